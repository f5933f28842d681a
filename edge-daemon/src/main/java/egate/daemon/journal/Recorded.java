package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its place.
 *
 * @param order number of the entry in its journal, gap-free from 1; the monotonic order of events
 * @param clock how far the entry's wall time can be trusted
 */
public record Recorded(long order, ClockQuality clock, JournalEntry entry) {

  /**
   * What a frame holds, or null where the key that sealed it is not there.
   *
   * @throws MalformedEntryException when the seal is broken or holds what this version does not
   *     know
   */
  static @Nullable Recorded of(Frame frame, UUID epoch, KeyRing keys)
      throws MalformedEntryException {
    ByteBuffer payload = frame.open(keys, epoch);
    if (payload == null) {
      return null;
    }
    EntryCodec.Dated dated = EntryCodec.decode(payload);
    if ((frame.key() == Frame.CLEAR) != dated.entry().isPublic()) {
      throw new MalformedEntryException("in clear though it is secret, or sealed though it is not");
    }
    return new Recorded(frame.order(), dated.clock(), dated.entry());
  }
}
