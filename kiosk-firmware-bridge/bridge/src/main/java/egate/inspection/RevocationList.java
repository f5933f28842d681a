package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A certificate revocation list whose signature was verified.
 *
 * @param issuer key of the name whose certificates it is about
 * @param clock the issuer's country, when it was issued, when it is too old, how many it revokes
 * @param revoked certificates by issuer and serial number, and since when
 */
public record RevocationList(StoreKey issuer, TrustList clock, Map<StoreKey, Instant> revoked) {

  public RevocationList {
    revoked = Map.copyOf(revoked);
  }

  /**
   * A list as its issuer wrote it.
   *
   * @param issued its {@code thisUpdate}
   * @param limit its {@code nextUpdate}, or what the importer sets
   * @param serials serial numbers and since when each is revoked
   */
  public static RevocationList of(
      X500Name issuer, Instant issued, Instant limit, Map<BigInteger, Instant> serials) {
    String country =
        EmrtdCertificate.country(issuer).filter(c -> c.matches("[A-Za-z]{2}")).orElse("--");
    Map<StoreKey, Instant> revoked = new HashMap<>();
    serials.forEach((serial, since) -> revoked.put(StoreKey.ofSerial(issuer, serial), since));
    return new RevocationList(
        StoreKey.ofName(issuer),
        new TrustList(TrustList.Kind.REVOCATIONS, country, issued, limit, revoked.size()),
        revoked);
  }
}
