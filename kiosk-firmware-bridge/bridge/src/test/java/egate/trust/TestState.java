package egate.trust;

import egate.inspection.StoreKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An invented state with a CSCA that issues, revokes, and signs lists. */
final class TestState {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Date BEGIN = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final Date END = Date.from(Instant.parse("2035-01-01T00:00:00Z"));

  final X500Name name;
  private final KeyPair csca = keys();
  private final KeyPair signer = keys();
  private KeyPair before = csca;

  TestState(String country) {
    name = new X500Name("C=" + country + ",O=Test,CN=CSCA " + country);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The self-signed certificate. */
  X509CertificateHolder csca() {
    return certificate(name, csca, 1, csca, true);
  }

  /** Says that it signed itself, and did not. */
  X509CertificateHolder falseCsca() {
    return certificate(name, csca, 9, signer, true, csca);
  }

  /** The same key under the one before it, which {@link #previous} is of. */
  X509CertificateHolder link() {
    previous();
    return certificate(name, csca, 2, before, true);
  }

  /** A link that names the key before and was signed with another. */
  X509CertificateHolder brokenLink() {
    previous();
    return certificate(name, csca, 3, signer, true, before);
  }

  X509CertificateHolder previous() {
    if (before == csca) {
      before = keys();
    }
    return certificate(name, before, 4, before, true);
  }

  X509CertificateHolder documentSigner(int serial) {
    return certificate(new X500Name(name + ",OU=DS"), signer, serial, csca, false);
  }

  private X509CertificateHolder listSigner() {
    return certificate(new X500Name(name + ",OU=Lists"), signer, 7, csca, false);
  }

  private X509CertificateHolder certificate(
      X500Name subject, KeyPair keys, int serial, KeyPair issuer, boolean authority) {
    return certificate(subject, keys, serial, issuer, authority, issuer);
  }

  private X509CertificateHolder certificate(
      X500Name subject,
      KeyPair keys,
      int serial,
      KeyPair signingKeys,
      boolean authority,
      KeyPair namedIssuer) {
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              name, BigInteger.valueOf(serial), BEGIN, END, subject, info(keys));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(keys)));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new AuthorityKeyIdentifier(identifier(namedIssuer)));
      return builder.build(contentSigner(signingKeys.getPrivate()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SubjectPublicKeyInfo info(KeyPair keys) {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  private static byte[] identifier(KeyPair keys) {
    byte[] key = info(keys).getPublicKeyData().getBytes();
    return Arrays.copyOfRange(key, 1, 21);
  }

  private static ContentSigner contentSigner(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    } catch (OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  byte[] crl(Instant issued, int... serials) throws IOException {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(issued));
    builder.setNextUpdate(Date.from(issued.plusSeconds(86_400L * 90)));
    for (int serial : serials) {
      builder.addCRLEntry(BigInteger.valueOf(serial), Date.from(issued), 1);
    }
    return builder.build(contentSigner(csca.getPrivate())).getEncoded();
  }

  byte[] masterList(Instant signedAt, X509CertificateHolder... certificates) {
    ASN1Encodable[] all = new ASN1Encodable[certificates.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = certificates[i].toASN1Structure();
    }
    return signed(
        MasterList.CONTENT_TYPE,
        new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(all)}),
        signedAt);
  }

  byte[] deviationList(Instant signedAt, String type, List<String> numbers) {
    ASN1Encodable[] texts =
        numbers.stream().map(DERPrintableString::new).toArray(ASN1Encodable[]::new);
    ASN1Encodable documents =
        new DERSequence(
            new ASN1Encodable[] {
              new DERTaggedObject(false, 0, new DERPrintableString("P<")),
              new DERTaggedObject(false, 5, new DERSet(texts))
            });
    ASN1Encodable description = new DERSequence(new ASN1ObjectIdentifier(type));
    ASN1Encodable deviation =
        new DERSequence(new ASN1Encodable[] {documents, new DERSet(description)});
    return signed(
        DeviationList.CONTENT_TYPE,
        new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(deviation)}),
        signedAt);
  }

  byte[] signed(String type, ASN1Encodable content, Instant signedAt) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      AttributeTable attributes =
          new AttributeTable(
              new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signedAt)))));
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
              .build(contentSigner(signer.getPrivate()), listSigner()));
      generator.addCertificate(listSigner());
      generator.addCertificate(csca());
      return generator
          .generate(
              new CMSProcessableByteArray(
                  new ASN1ObjectIdentifier(type), content.toASN1Primitive().getEncoded()),
              true)
          .toASN1Structure()
          .getEncoded("DL");
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new AssertionError(e);
    }
  }

  StoreKey key(int serial) {
    return StoreKey.ofSerial(name, BigInteger.valueOf(serial));
  }
}
