package egate.daemon.journal;

import java.util.UUID;

/** What became of an acknowledgement. */
public sealed interface AckAnswer {

  /** It reached further than those before; results up to it were removed. */
  record Removed(long upTo) implements AckAnswer {}

  /** Nothing new: an earlier one reached as far. */
  record Replayed(long acknowledged) implements AckAnswer {}

  /** Central holds other results than the gate sent; nothing was removed. */
  record OtherChain(long sequence) implements AckAnswer {}

  /** It speaks of another store; nothing was removed. */
  record ForeignEpoch(UUID epoch) implements AckAnswer {}

  /** It acknowledges a result that does not exist yet; nothing was removed. */
  record FromTheFuture(long sequence, long last) implements AckAnswer {}
}
