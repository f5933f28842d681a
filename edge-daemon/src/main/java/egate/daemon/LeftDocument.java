package egate.daemon;

import egate.gate.Bridge;
import egate.gate.GateEvent;
import egate.gate.GateState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a document that somebody left in the reader from one that is being presented: it has lain
 * there for a while under a bridge that could have begun with it, and no passage has come of it.
 */
final class LeftDocument {
  private final Duration patience;
  private @Nullable Duration since;

  LeftDocument(Duration patience) {
    this.patience = patience;
  }

  /** What the gate must hear, if anything. */
  Optional<GateEvent> look(boolean present, GateState state, Duration now) {
    boolean known = state.bridge() == Bridge.OBSTRUCTED;
    if (!present || state.bridge() != Bridge.FRESH) {
      since = null;
      return known && !present ? Optional.of(new GateEvent.DocumentLeft(false)) : Optional.empty();
    }
    since = since == null ? now : since;
    return now.minus(since).compareTo(patience) >= 0
        ? Optional.of(new GateEvent.DocumentLeft(true))
        : Optional.empty();
  }
}
