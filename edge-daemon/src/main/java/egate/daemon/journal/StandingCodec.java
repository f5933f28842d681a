package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A standing as bytes, for {@link EntryCodec}. */
final class StandingCodec {
  private StandingCodec() {}

  static void write(ByteBuffer out, Standing standing) {
    Recovery past = standing.recovery();
    writeEpoch(out, past.epoch());
    out.putLong(past.lastPassage()).putLong(past.lastSequence());
    writeOpen(out, past.openPassage());
    standing.results().write(out);
    standing.acknowledgedResults().write(out.putLong(standing.acknowledged()));
  }

  static Standing read(ByteBuffer in) {
    Recovery past = new Recovery(readEpoch(in), in.getLong(), in.getLong(), readOpen(in));
    return new Standing(past, ChainHash.read(in), in.getLong(), ChainHash.read(in));
  }

  static void writeEpoch(ByteBuffer out, UUID epoch) {
    out.putLong(epoch.getMostSignificantBits()).putLong(epoch.getLeastSignificantBits());
  }

  static UUID readEpoch(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  /** Passages count from 1, so that zero says there is none. */
  private static void writeOpen(ByteBuffer out, @Nullable OpenPassage open) {
    out.putLong(open == null ? 0 : open.passage()).putLong(open == null ? 0 : open.begunMillis());
  }

  private static @Nullable OpenPassage readOpen(ByteBuffer in) {
    OpenPassage open = new OpenPassage(in.getLong(), in.getLong());
    return open.passage() == 0 ? null : open;
  }
}
