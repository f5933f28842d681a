package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.Tlv;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.LdsSamples;
import egate.report.AccessProtocol;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** A state that issues documents, well or with one fault. */
final class TestIssuer {
  static final Instant SIGNED = Instant.parse("2024-05-01T12:00:00Z");
  static final String MRZ_TEXT =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F3204153ZE184226B<<<<<16";
  private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT =
      new ASN1ObjectIdentifier("2.23.136.1.1.1");
  private static final ASN1ObjectIdentifier SIGNED_DATA =
      new ASN1ObjectIdentifier("1.2.840.113549.1.7.2");

  final Map<LdsFile, byte[]> files = new EnumMap<>(LdsFile.class);

  /** Faults and habits, set before {@link #evidence}. */
  String country = "UT";

  boolean explicitParameters;
  boolean keyIdentifiers = true;
  boolean signedAttributes = true;
  boolean attributesOutOfOrder;
  boolean signingTime;
  boolean wrongDigest;
  boolean wrongSignature;
  boolean wrongSignerName;
  boolean certificateLeftOut;
  boolean signerIsAuthority;
  boolean signerSignsMasterLists;
  int version;
  ASN1ObjectIdentifier contentType = LDS_SECURITY_OBJECT;
  Instant signerNotAfter = SIGNED.plusSeconds(86_400L * 3_650);

  private final TestSigner csca;
  private final TestSigner signer;

  TestIssuer(TestSigner.Scheme scheme) {
    csca =
        TestSigner.of(
            scheme == TestSigner.Scheme.RSA_UNNAMED ? TestSigner.Scheme.RSA_SHA256 : scheme);
    signer = TestSigner.of(scheme);
    files.put(LdsFile.EF_COM, LdsSamples.efCom(LdsFile.DG1, LdsFile.DG2, LdsFile.DG3));
    files.put(LdsFile.DG1, LdsSamples.dg1(MRZ_TEXT));
    files.put(LdsFile.DG2, LdsSamples.dg2());
    files.put(LdsFile.DG3, LdsSamples.dg3(2, 7));
  }

  boolean isElliptic() {
    return signer.scheme().name().startsWith("ECDSA");
  }

  /** What is most unusual about its signatures. */
  String habit() {
    if (signer.scheme() == TestSigner.Scheme.ECDSA_PLAIN) {
      return "plain ECDSA";
    }
    if (!signedAttributes) {
      return "without attributes";
    }
    return attributesOutOfOrder ? "attributes out of order" : signer.scheme().name();
  }

  TrustStore trustStore() throws Exception {
    return TrustStore.of(3, List.of(cscaCertificate().getEncoded()));
  }

  X509CertificateHolder cscaCertificate() throws IOException {
    return cscaCertificate(SIGNED.plusSeconds(86_400L * 5_000));
  }

  X509CertificateHolder cscaCertificate(Instant notAfter) throws IOException {
    X500Name name = new X500Name("C=" + country + ",O=Test,CN=CSCA");
    return certificate(name, name, csca, csca, 1, notAfter);
  }

  /** This issuer's key as the older one, of the same name, vouches for it. */
  X509CertificateHolder linkCertificate(TestIssuer older) throws IOException {
    X500Name name = new X500Name("C=" + country + ",O=Test,CN=CSCA");
    return certificate(name, name, csca, older.csca, 3, SIGNED.plusSeconds(86_400L * 4_000));
  }

  X509CertificateHolder signerCertificate() throws IOException {
    X500Name issuer = new X500Name("C=" + country + ",O=Test,CN=CSCA");
    X500Name subject = new X500Name("C=" + country + ",O=Test,CN=DS");
    return certificate(issuer, subject, signer, csca, 2, signerNotAfter);
  }

  private X509CertificateHolder certificate(
      X500Name issuer,
      X500Name subject,
      TestSigner keys,
      TestSigner signedBy,
      int serial,
      Instant notAfter)
      throws IOException {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(serial),
            Date.from(SIGNED.minusSeconds(86_400)),
            Date.from(notAfter),
            subject,
            publicKey(keys));
    if (keys == csca || signerIsAuthority) {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    }
    if (keys == signer && signerSignsMasterLists) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          true,
          new ExtendedKeyUsage(
              KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.23.136.1.1.3"))));
    }
    if (keyIdentifiers) {
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(keys)));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new AuthorityKeyIdentifier(identifier(signedBy)));
    }
    return builder.build(signedBy);
  }

  private SubjectPublicKeyInfo publicKey(TestSigner keys) {
    return explicitParameters ? keys.publicKeyWithExplicitParameters() : keys.publicKey();
  }

  private static byte[] identifier(TestSigner keys) {
    return DigestAlgorithm.SHA_1.hash(keys.publicKey().getPublicKeyData().getBytes());
  }

  /** Signs the files and hands them over, as a chip that was read through BAC would. */
  Evidence evidence() throws IOException {
    files.put(LdsFile.EF_SOD, sod());
    return read();
  }

  /** Hands over the files as they are. */
  Evidence read() {
    return new Evidence(AccessProtocol.BAC, files, Map.of(), List.of());
  }

  byte[] sod() throws IOException {
    byte[] content = securityObject();
    ASN1Encodable[] certificates =
        certificateLeftOut
            ? new ASN1Encodable[0]
            : new ASN1Encodable[] {signerCertificate().toASN1Structure()};
    DLSequence signedData =
        sequence(
            new ASN1Integer(3),
            new DLSet(signer.scheme().digest()),
            sequence(contentType, new DLTaggedObject(true, 0, new DEROctetString(content))),
            new DLTaggedObject(false, 0, new DLSet(certificates)),
            new DLSet(signerInfo(content)));
    return Tlv.encode(
        0x77,
        sequence(SIGNED_DATA, new DLTaggedObject(true, 0, signedData)).getEncoded(ASN1Encoding.DL));
  }

  private DLSequence signerInfo(byte[] content) throws IOException {
    DLSet attributes = new DLSet(attributes(content).toArray(ASN1Encodable[]::new));
    byte[] signature =
        signer.sign(signedAttributes ? attributes.getEncoded(ASN1Encoding.DL) : content);
    signature[signature.length - 1] ^= (byte) (wrongSignature ? 1 : 0);
    X500Name issuer =
        new X500Name("C=" + country + ",O=Test,CN=" + (wrongSignerName ? "?" : "CSCA"));
    List<ASN1Encodable> parts = new ArrayList<>();
    parts.add(new ASN1Integer(1));
    parts.add(new IssuerAndSerialNumber(issuer, BigInteger.TWO));
    parts.add(signer.scheme().digest());
    if (signedAttributes) {
      parts.add(new DLTaggedObject(false, 0, attributes));
    }
    parts.add(signer.scheme().identifier());
    parts.add(new DEROctetString(signature));
    return sequence(parts.toArray(ASN1Encodable[]::new));
  }

  private List<ASN1Encodable> attributes(byte[] content) throws IOException {
    byte[] digest = digest().hash(content);
    digest[0] ^= (byte) (wrongDigest ? 1 : 0);
    List<ASN1Encodable> attributes = new ArrayList<>();
    attributes.add(attribute(CMSAttributes.contentType, contentType));
    if (signingTime) {
      attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(SIGNED))));
    }
    attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
    if (attributesOutOfOrder) {
      Collections.reverse(attributes);
    }
    return attributes;
  }

  private static DLSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return sequence(type, new DLSet(value));
  }

  private byte[] securityObject() throws IOException {
    List<ASN1Encodable> hashes = new ArrayList<>();
    for (Map.Entry<LdsFile, byte[]> file : files.entrySet()) {
      if (file.getKey().isDataGroup()) {
        hashes.add(
            sequence(
                new ASN1Integer(file.getKey().dataGroupNumber()),
                new DEROctetString(digest().hash(file.getValue()))));
      }
    }
    List<ASN1Encodable> parts = new ArrayList<>();
    parts.add(new ASN1Integer(version));
    parts.add(signer.scheme().digest());
    parts.add(sequence(hashes.toArray(ASN1Encodable[]::new)));
    if (version == 1) {
      parts.add(sequence(new DERPrintableString("0108"), new DERPrintableString("040000")));
    }
    return sequence(parts.toArray(ASN1Encodable[]::new)).getEncoded();
  }

  private DigestAlgorithm digest() {
    try {
      return DigestAlgorithm.of(signer.scheme().digest().getAlgorithm());
    } catch (UnsupportedAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static DLSequence sequence(ASN1Encodable... parts) {
    return new DLSequence(parts);
  }
}
