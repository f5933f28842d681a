package egate.trust;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import egate.inspection.RevocationList;
import egate.inspection.SignatureScheme;
import egate.inspection.SignatureVerifier;
import egate.inspection.UnsupportedAlgorithmException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertList;

/** A certificate revocation list (RFC 5280 section 5, Doc 9303-12 section 7.1.4). */
final class Crl {
  private static final int SEQUENCE = 0x30;
  private static final int BYTES_MAX = 8 * 1024 * 1024;
  private static final int ENTRIES_MAX = 200_000;

  private final CertificateList list;
  private final byte[] signed;
  private final Map<BigInteger, Instant> revoked = new HashMap<>();

  private Crl(byte[] der) throws Exception {
    list = CertificateList.getInstance(ASN1Primitive.fromByteArray(der));
    signed = Tlv.parse(der).expect(SEQUENCE).child(SEQUENCE).encoded();
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
    if (list.getIssuer().getRDNs().length == 0
        || list.getThisUpdate().getDate().toInstant().isBefore(Instant.EPOCH)) {
      throw new MalformedDataException("revocation list without an issuer or a date");
    }
  }

  static Crl parse(byte[] der) throws MalformedDataException {
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

  X500Name issuer() {
    return list.getIssuer();
  }

  boolean isSignedWith(SubjectPublicKeyInfo key) throws UnsupportedAlgorithmException {
    return SignatureVerifier.holds(
        SignatureScheme.of(list.getSignatureAlgorithm(), list.getSignatureAlgorithm()),
        key,
        signed,
        list.getSignature().getOctets());
  }

  /**
   * What it says.
   *
   * @param otherwise how long it may be relied on where it does not say so itself
   */
  RevocationList revocations(Duration otherwise) {
    Instant issued = list.getThisUpdate().getDate().toInstant();
    Instant limit =
        list.getNextUpdate() == null
            ? issued.plus(otherwise)
            : list.getNextUpdate().getDate().toInstant();
    return RevocationList.of(issuer(), issued, limit, revoked);
  }
}
