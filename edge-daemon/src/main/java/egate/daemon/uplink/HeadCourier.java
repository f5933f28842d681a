package egate.daemon.uplink;

import egate.daemon.journal.Anchor;
import egate.daemon.journal.SignedHead;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which signed head is to go upstream over one connection: the last one, until central says that it
 * keeps it. Only that makes it the anchor.
 */
final class HeadCourier {
  /** How long central may take before the same head is sent again. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Supplier<@Nullable SignedHead> last;
  private final Anchor anchor;
  private @Nullable SignedHead sent;
  private Duration sentAt = Duration.ZERO;

  /**
   * A courier that has nothing on its way.
   *
   * @param last the head that was signed last, or null before the first
   */
  HeadCourier(Supplier<@Nullable SignedHead> last, Anchor anchor) {
    this.last = last;
    this.anchor = anchor;
  }

  /** The head to be sent now, which then counts as sent. */
  Optional<SignedHead> due(Duration now) {
    SignedHead head = last.get();
    boolean under = head != null && head.equals(sent) && now.minus(sentAt).compareTo(PATIENCE) < 0;
    if (head == null || head.equals(anchor.head()) || under) {
      return Optional.empty();
    }
    sent = head;
    sentAt = now;
    return Optional.of(head);
  }

  /**
   * Takes central's word that it keeps a head. Of any but the last one sent there is no need to
   * know.
   *
   * @throws IOException when it cannot be noted; it is then sent again
   */
  void acknowledged(Acknowledgement word) throws IOException {
    SignedHead head = sent;
    if (head != null && word.epoch().equals(head.epoch()) && word.number() == head.order()) {
      anchor.keep(head);
    }
  }
}
