package egate.inspection;

import java.time.Instant;
import java.util.List;

/**
 * What a trust store is compiled of.
 *
 * @param version 0..2,147,483,647; rises with each change
 * @param compiledAt when; the gate's clock cannot be before it
 * @param anchors CSCA certificates and link certificates in DER, at most 8,192
 * @param revocations at most one list an issuer
 * @param defects of issued documents
 * @param lists the clocks of all that the data came from
 */
public record TrustData(
    int version,
    Instant compiledAt,
    List<byte[]> anchors,
    List<RevocationList> revocations,
    List<KnownDefect> defects,
    List<TrustList> lists) {

  public TrustData {
    anchors = List.copyOf(anchors);
    revocations = List.copyOf(revocations);
    defects = List.copyOf(defects);
    lists = List.copyOf(lists);
  }

  /** Certificates alone, which never grow too old. */
  public static TrustData of(int version, List<byte[]> anchors) {
    return new TrustData(version, Instant.EPOCH, anchors, List.of(), List.of(), List.of());
  }
}
