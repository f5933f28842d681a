package egate.inspection;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One list that a trust store was compiled from, as a clock: how old it is, and until when it may
 * be relied on.
 *
 * @param kind what the list is of
 * @param publisher country of who signed it, two letters, or {@code --} where nobody did
 * @param issued when it was signed or published
 * @param limit after this moment it is too old
 * @param entries how many entries it brought, 0 or more
 */
public record TrustList(Kind kind, String publisher, Instant issued, Instant limit, int entries) {

  /** What a list is of, and so what stops working when it runs out. */
  public enum Kind {
    /** CSCA certificates: no document's chain can be told. */
    ANCHORS(1),
    /** Revoked certificates of one issuer: its signers' revocation cannot be told. */
    REVOCATIONS(2),
    /** Known defects of issued documents: newer ones are taken for forgeries, and refused. */
    DEVIATIONS(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** In a store's file. */
    int code() {
      return code;
    }

    static Optional<Kind> of(int code) {
      return Stream.of(values()).filter(kind -> kind.code == code).findFirst();
    }
  }

  public TrustList {
    if (publisher.length() != 2 || publisher.chars().anyMatch(c -> c < '-' || c > 'z')) {
      throw new IllegalArgumentException("publisher is not two letters");
    }
    if (entries < 0) {
      throw new IllegalArgumentException("entries is " + entries);
    }
  }

  /** Whether it is too old at this moment. */
  public boolean isOverAt(Instant now) {
    return now.isAfter(limit);
  }
}
