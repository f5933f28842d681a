package egate.bridge;

import egate.report.Reason;
import java.util.function.Supplier;

/** The document could not be read to its end, for a reason that has no data in it. */
final class UnreadException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final boolean abandoned;

  /**
   * @param abandoned whether the traveller went away with the document
   */
  UnreadException(Reason reason, boolean abandoned) {
    super(reason.name());
    this.reason = reason;
    this.abandoned = abandoned;
  }

  static Supplier<UnreadException> because(Reason reason) {
    return () -> new UnreadException(reason, false);
  }

  static Supplier<UnreadException> abandoned(Reason reason) {
    return () -> new UnreadException(reason, true);
  }

  Reason reason() {
    return reason;
  }

  boolean abandoned() {
    return abandoned;
  }
}
