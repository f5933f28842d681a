package egate.emrtd;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of the eMRTD PKI, DSC or CSCA (Doc 9303-12 section 7).
 *
 * <p>BouncyCastle parses names, dates and extensions only when they are asked for. Here all of them
 * are parsed at once, so that a certificate either is whole or was refused.
 */
public final class EmrtdCertificate {
  private static final int SEQUENCE = 0x30;

  private final X500Name subject;
  private final X500Name issuer;
  private final BigInteger serialNumber;
  private final Instant notBefore;
  private final Instant notAfter;
  private final SubjectPublicKeyInfo publicKey;
  private final AlgorithmIdentifier signatureAlgorithm;
  private final byte[] encoded;
  private final byte[] signed;
  private final byte[] signature;
  private final Optional<byte[]> keyIdentifier;
  private final Optional<byte[]> authorityKeyIdentifier;
  private final Optional<String> country;
  private final boolean authority;
  private final boolean specialPurpose;

  /** Made at once, for it shows that both names have the canonical form that they compare by. */
  private final int nameHash;

  private EmrtdCertificate(byte[] der) throws IOException, MalformedDataException {
    Certificate certificate = new X509CertificateHolder(der).toASN1Structure();
    TBSCertificate content = certificate.getTBSCertificate();
    this.subject = content.getSubject();
    this.issuer = content.getIssuer();
    this.serialNumber = content.getSerialNumber().getValue();
    this.notBefore = content.getStartDate().getDate().toInstant();
    this.notAfter = content.getEndDate().getDate().toInstant();
    this.publicKey = content.getSubjectPublicKeyInfo();
    this.signatureAlgorithm = certificate.getSignatureAlgorithm();
    this.encoded = der.clone();
    this.signed = Tlv.parse(der).expect(SEQUENCE).child(SEQUENCE).encoded();
    this.signature = certificate.getSignature().getOctets();
    this.keyIdentifier = keyIdentifier(content.getExtensions());
    this.authorityKeyIdentifier = authorityKeyIdentifier(content.getExtensions());
    this.country = country(subject).or(() -> country(issuer));
    this.authority = isAuthority(content.getExtensions());
    this.specialPurpose = ExtendedKeyUsage.fromExtensions(content.getExtensions()) != null;
    this.nameHash = Objects.hash(subject, issuer);
  }

  /** Parses a certificate in DER, of at most 16 MB. */
  public static EmrtdCertificate parse(byte[] der) throws MalformedDataException {
    try {
      return new EmrtdCertificate(der);
    } catch (IOException | RuntimeException e) {
      // BouncyCastle reports malformed certificates as exceptions of many types.
      throw new MalformedDataException("malformed certificate: " + e.getClass().getSimpleName());
    }
  }

  private static Optional<byte[]> keyIdentifier(@Nullable Extensions extensions) {
    return Optional.ofNullable(SubjectKeyIdentifier.fromExtensions(extensions))
        .map(SubjectKeyIdentifier::getKeyIdentifier);
  }

  private static Optional<byte[]> authorityKeyIdentifier(@Nullable Extensions extensions) {
    return Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(extensions))
        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets);
  }

  /** The country that a name states first, as written. */
  public static Optional<String> country(X500Name name) {
    RDN[] countries = name.getRDNs(BCStyle.C);
    return countries.length == 0
        ? Optional.empty()
        : Optional.of(IETFUtils.valueToString(countries[0].getFirst().getValue()));
  }

  private static boolean isAuthority(@Nullable Extensions extensions) {
    BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
    KeyUsage usage = KeyUsage.fromExtensions(extensions);
    return usage == null
        ? constraints != null && constraints.isCA()
        : usage.hasUsages(KeyUsage.keyCertSign);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmrtdCertificate certificate
        && Arrays.equals(signed, certificate.signed)
        && Arrays.equals(signature, certificate.signature);
  }

  @Override
  public int hashCode() {
    return nameHash;
  }

  public X500Name subject() {
    return subject;
  }

  public X500Name issuer() {
    return issuer;
  }

  public BigInteger serialNumber() {
    return serialNumber;
  }

  public Instant notBefore() {
    return notBefore;
  }

  public boolean isValidAt(Instant instant) {
    return !instant.isBefore(notBefore) && !instant.isAfter(notAfter);
  }

  public SubjectPublicKeyInfo publicKey() {
    return publicKey;
  }

  public AlgorithmIdentifier signatureAlgorithm() {
    return signatureAlgorithm;
  }

  public Instant notAfter() {
    return notAfter;
  }

  /** The whole certificate in DER, byte for byte. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** What the issuer signed, byte for byte. */
  public byte[] signed() {
    return signed.clone();
  }

  public byte[] signature() {
    return signature.clone();
  }

  /** Whether it names its own key as the one it was signed with; a link certificate does not. */
  public boolean isSelfIssued() {
    return subject.equals(issuer)
        && (authorityKeyIdentifier.isEmpty()
            || keyIdentifier.isEmpty()
            || Arrays.equals(keyIdentifier.get(), authorityKeyIdentifier.get()));
  }

  /** Its own key's identifier, where it states one. */
  public Optional<byte[]> keyIdentifier() {
    return keyIdentifier;
  }

  /** Its issuer's key's identifier, where it states one. */
  public Optional<byte[]> authorityKeyIdentifier() {
    return authorityKeyIdentifier;
  }

  /** The subject's country, or else the issuer's, as written. */
  public Optional<String> country() {
    return country;
  }

  /**
   * Whether its key may sign certificates: a CSCA's, by itself or as a link certificate. Its key
   * usage decides, whatever its basic constraints say: one real link certificate in 30 denies there
   * that it is one. Only without a key usage do the constraints.
   */
  public boolean isAuthority() {
    return authority;
  }

  /** Whether its key is for something that Doc 9303-12 names expressly, master lists for one. */
  public boolean isSpecialPurpose() {
    return specialPurpose;
  }
}
