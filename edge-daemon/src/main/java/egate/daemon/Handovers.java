package egate.daemon;

import egate.daemon.diagnostics.HandoverStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long the devices were nobody's: from one bridge's end until the next one polls them. */
final class Handovers {
  private @Nullable Duration freeSince;
  private Duration last = Duration.ZERO;
  private Duration longest = Duration.ZERO;

  /** The owner of the devices is reaped. */
  void freed(Duration now) {
    freeSince = now;
  }

  /** The next one has them open and polls the reader; the very first took them over from nobody. */
  void taken(Duration now) {
    if (freeSince == null) {
      return;
    }
    last = now.minus(freeSince);
    longest = last.compareTo(longest) > 0 ? last : longest;
    freeSince = null;
  }

  HandoverStatus status() {
    return new HandoverStatus(last.toMillis(), longest.toMillis());
  }
}
