package egate.simulator;

import egate.inspection.StoreSigner;
import egate.inspection.TrustData;
import egate.inspection.TrustList;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an agency would sign for a gate. The key is nobody's secret: production refuses it. */
final class SimulatedTrust {
  private static final Duration GOOD = Duration.ofDays(365);

  private SimulatedTrust() {}

  /** Trust data as of now. */
  static TrustData of(int version, List<byte[]> certificates, Instant now) {
    TrustList anchors =
        new TrustList(TrustList.Kind.ANCHORS, "UT", now, now.plus(GOOD), certificates.size());
    return new TrustData(version, now, certificates, List.of(), List.of(), List.of(anchors));
  }

  /** The private half of {@code trust.key} in the simulated profile. */
  static StoreSigner signer() {
    try {
      return StoreSigner.of(
          MessageDigest.getInstance("SHA-256")
              .digest("egate simulated trust key".getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
