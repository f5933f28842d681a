package egate.trust;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import egate.inspection.RevocationList;
import egate.inspection.SignatureScheme;
import egate.inspection.SignatureVerifier;
import egate.inspection.TrustList;
import egate.inspection.UnsupportedAlgorithmException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/**
 * A certificate revocation list (RFC 5280 section 5, Doc 9303-12 section 7.1.4). BouncyCastle
 * parses parts of one only when they are asked for; here all are at once.
 */
public final class Crl {
  private static final int SEQUENCE = 0x30;
  private static final int BYTES_MAX = 8 * 1024 * 1024;
  private static final int ENTRIES_MAX = 200_000;

  private final CertificateList list;
  private final byte[] signed;
  private final byte[] signature;
  private final Instant issued;
  private final Optional<Instant> next;
  private final RevocationList revocations;

  private Crl(byte[] der) throws Exception {
    list = CertificateList.getInstance(ASN1Primitive.fromByteArray(der));
    signed = Tlv.parse(der).expect(SEQUENCE).child(SEQUENCE).encoded();
    signature = list.getSignature().getOctets();
    issued = list.getThisUpdate().getDate().toInstant();
    next = next(list.getNextUpdate());
    revocations = RevocationList.of(list.getIssuer(), issued, next.orElse(issued), revoked(list));
    boolean possible = !issued.isBefore(Instant.EPOCH) && next.filter(issued::isAfter).isEmpty();
    if (list.getIssuer().getRDNs().length == 0 || !possible) {
      throw new MalformedDataException("revocation list without an issuer or a date");
    }
  }

  private static Map<BigInteger, Instant> revoked(CertificateList list)
      throws MalformedDataException {
    Map<BigInteger, Instant> revoked = new HashMap<>();
    Enumeration<?> entries = list.getRevokedCertificateEnumeration();
    while (entries.hasMoreElements()) {
      if (revoked.size() == ENTRIES_MAX) {
        throw new MalformedDataException("more than " + ENTRIES_MAX + " revoked certificates");
      }
      if (entries.nextElement() instanceof TBSCertList.CRLEntry entry) {
        revoked.put(
            entry.getUserCertificate().getValue(), entry.getRevocationDate().getDate().toInstant());
      }
    }
    return revoked;
  }

  /** Parses a list in DER, of at most 8 MB; parsed is not verified. */
  public static Crl parse(byte[] der) throws MalformedDataException {
    if (der.length > BYTES_MAX) {
      throw new MalformedDataException("revocation list of " + der.length + " bytes");
    }
    try {
      return new Crl(der);
    } catch (Exception | StackOverflowError e) {
      // BouncyCastle reports malformed structures as exceptions of many types.
      throw new MalformedDataException(
          "malformed revocation list: " + e.getClass().getSimpleName());
    }
  }

  private static Optional<Instant> next(@Nullable Time time) {
    return Optional.ofNullable(time).map(next -> next.getDate().toInstant());
  }

  X500Name issuer() {
    return list.getIssuer();
  }

  boolean isSignedWith(SubjectPublicKeyInfo key) throws UnsupportedAlgorithmException {
    return SignatureVerifier.holds(
        SignatureScheme.of(list.getSignatureAlgorithm(), list.getSignatureAlgorithm()),
        key,
        signed,
        signature);
  }

  /**
   * What it says.
   *
   * @param otherwise how long it may be relied on where it does not say so itself
   */
  public RevocationList revocations(Duration otherwise) {
    TrustList clock = revocations.clock();
    return next.isPresent()
        ? revocations
        : new RevocationList(
            revocations.issuer(),
            new TrustList(
                clock.kind(), clock.publisher(), issued, issued.plus(otherwise), clock.entries()),
            revocations.revoked());
  }
}
