package egate.simulator.document;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;

/** A state's CSCA: its own certificate, and the DSCs it issues (profiles of Doc 9303-12). */
final class CertificateAuthority {
  /** documentTypeList (Doc 9303-12 section 7.1.1.6): which documents a DSC may sign. */
  private static final ASN1ObjectIdentifier DOCUMENT_TYPE_LIST =
      new ASN1ObjectIdentifier("2.23.136.1.1.6.2");

  private static final int SERIAL_BITS = 63;

  private final String country;
  private final SignatureScheme scheme;
  private final long seed;
  private final KeyPair keys;
  private final X509CertificateHolder certificate;

  /**
   * @param country two capital letters
   * @param seed where keys, serial numbers and signatures come from
   */
  CertificateAuthority(
      String country, SignatureScheme scheme, long seed, LocalDate notBefore, LocalDate notAfter) {
    this.country = country;
    this.scheme = scheme;
    this.seed = seed;
    SeededRandom random = random("CSCA");
    this.keys = scheme.keyPair(random);
    this.certificate = selfSigned(random, notBefore, notAfter);
  }

  X509CertificateHolder certificate() {
    return certificate;
  }

  /** A DSC with a key of its own; the same for the same name and dates. */
  DocumentSigner documentSigner(String name, LocalDate notBefore, LocalDate notAfter) {
    SeededRandom random = random(name);
    KeyPair signerKeys = scheme.keyPair(random);
    X509v3CertificateBuilder builder = builder(random, name, signerKeys, notBefore, notAfter);
    try {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(DOCUMENT_TYPE_LIST, false, passportsOnly());
    } catch (IOException e) {
      throw new IllegalStateException("DSC cannot be encoded", e);
    }
    return new DocumentSigner(scheme, signerKeys.getPrivate(), sign(random, builder));
  }

  /** A revocation list of serial numbers (Doc 9303-12 section 7.1.4). */
  X509CRLHolder revocationList(LocalDate issued, LocalDate next, List<BigInteger> serials) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name("CSCA"), date(issued));
    builder.setNextUpdate(date(next));
    serials.forEach(serial -> builder.addCRLEntry(serial, date(issued), CRLReason.keyCompromise));
    return builder.build(scheme.signer(keys.getPrivate(), random("CRL " + issued)));
  }

  private X509CertificateHolder selfSigned(
      SeededRandom random, LocalDate notBefore, LocalDate notAfter) {
    X509v3CertificateBuilder builder = builder(random, "CSCA", keys, notBefore, notAfter);
    int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    try {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    } catch (IOException e) {
      throw new IllegalStateException("CSCA certificate cannot be encoded", e);
    }
    return sign(random, builder);
  }

  private X509v3CertificateBuilder builder(
      SeededRandom random,
      String subject,
      KeyPair subjectKeys,
      LocalDate notBefore,
      LocalDate notAfter) {
    SubjectPublicKeyInfo subjectKey = publicKey(subjectKeys);
    X509ExtensionUtils identifiers = new BcX509ExtensionUtils();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name("CSCA"),
            new BigInteger(SERIAL_BITS, random).setBit(0),
            date(notBefore),
            date(notAfter),
            name(subject),
            subjectKey);
    try {
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(subjectKey));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(publicKey(keys)));
    } catch (IOException e) {
      throw new IllegalStateException("key identifiers cannot be encoded", e);
    }
    return builder;
  }

  private X509CertificateHolder sign(SeededRandom random, X509v3CertificateBuilder builder) {
    return builder.build(scheme.signer(keys.getPrivate(), random));
  }

  private SeededRandom random(String purpose) {
    return new SeededRandom(country + '/' + scheme + '/' + purpose, seed);
  }

  private X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, country)
        .addRDN(BCStyle.O, "Simulated, not a real authority")
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static DERSequence passportsOnly() {
    DERSet types = new DERSet(new DERPrintableString("P"));
    return new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), types});
  }

  private static SubjectPublicKeyInfo publicKey(KeyPair keys) {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
