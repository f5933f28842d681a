package egate.simulator.document;

import java.io.IOException;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** A DSC and its private key: signs the LDS security object (Doc 9303-10 section 4.6.2). */
final class DocumentSigner {
  private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT =
      new ASN1ObjectIdentifier("2.23.136.1.1.1");

  /** id-SecurityObject of BSI TR-03110, which EF.CardSecurity has. */
  private static final ASN1ObjectIdentifier SECURITY_OBJECT =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

  private final SignatureScheme scheme;
  private final PrivateKey key;
  private final X509CertificateHolder certificate;

  DocumentSigner(SignatureScheme scheme, PrivateKey key, X509CertificateHolder certificate) {
    this.scheme = scheme;
    this.key = key;
    this.certificate = certificate;
  }

  X509CertificateHolder certificate() {
    return certificate;
  }

  /**
   * A CMS SignedData in DER with the DSC inside.
   *
   * @param securityObject an encoded LDSSecurityObject
   */
  byte[] sign(byte[] securityObject, LocalDate signed, SeededRandom random) {
    return sign(LDS_SECURITY_OBJECT, securityObject, signed, random);
  }

  /**
   * EF.CardSecurity (Doc 9303-11 section 9.2.12), as the other.
   *
   * @param securityInfos an encoded set
   */
  byte[] signSecurityInfos(byte[] securityInfos, LocalDate signed, SeededRandom random) {
    return sign(SECURITY_OBJECT, securityInfos, signed, random);
  }

  /** A list that the state publishes, with its signer and the CSCA above inside. */
  byte[] signList(
      ASN1ObjectIdentifier type,
      byte[] content,
      X509CertificateHolder csca,
      LocalDate signed,
      SeededRandom random) {
    return sign(type, content, List.of(certificate, csca), signed, random);
  }

  private byte[] sign(
      ASN1ObjectIdentifier type, byte[] content, LocalDate signed, SeededRandom random) {
    return sign(type, content, List.of(certificate), signed, random);
  }

  private byte[] sign(
      ASN1ObjectIdentifier type,
      byte[] content,
      List<X509CertificateHolder> certificates,
      LocalDate signed,
      SeededRandom random) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signerInfo(type, signed, random));
      for (X509CertificateHolder each : certificates) {
        generator.addCertificate(each);
      }
      return generator
          .generate(new CMSProcessableByteArray(type, content), true)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("security object cannot be signed", e);
    }
  }

  private SignerInfoGenerator signerInfo(
      ASN1ObjectIdentifier type, LocalDate signed, SeededRandom random)
      throws OperatorCreationException {
    return new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
        .setSignedAttributeGenerator(parameters -> attributes(type, parameters, signed))
        .build(scheme.signer(key, random), certificate);
  }

  /** BouncyCastle's own choice would take the signing time from the clock. */
  private static AttributeTable attributes(
      ASN1ObjectIdentifier type, Map<?, ?> parameters, LocalDate signed) {
    byte[] digest = (byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST);
    Date time = Date.from(signed.atStartOfDay().toInstant(ZoneOffset.UTC));
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.contentType, type));
    attributes.add(attribute(CMSAttributes.signingTime, new Time(time)));
    attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
    return new AttributeTable(attributes);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }
}
