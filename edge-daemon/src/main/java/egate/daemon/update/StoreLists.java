package egate.daemon.update;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clocks in a compiled trust store: 23 bytes a list of kind, publisher, issued, limit, entries.
 */
final class StoreLists {
  static final int CLOCK_BYTES = 3 + 2 * Long.BYTES + Integer.BYTES;
  private static final long SECONDS_MAX = 253_402_300_799L;
  private static final int LISTS_MAX = 8_192;

  private final List<DataClock> clocks = new ArrayList<>();

  /**
   * Reads one clock from each row.
   *
   * @param before bytes of a row before its clock
   * @param after bytes behind it
   */
  void read(ByteBuffer part, int before, int after) throws UpdateException {
    int row = before + CLOCK_BYTES + after;
    if (part.remaining() % row != 0 || part.remaining() / row > LISTS_MAX) {
      throw new UpdateException("is a trust store with malformed clocks");
    }
    for (int at = part.position(); at < part.limit(); at += row) {
      clocks.add(clock(part.slice(at + before, CLOCK_BYTES)));
    }
  }

  private static DataClock clock(ByteBuffer in) throws UpdateException {
    byte kind = in.get();
    byte[] publisher = new byte[2];
    in.get(publisher);
    String of = " " + new String(publisher, StandardCharsets.US_ASCII).replaceAll("[^A-Z-]", "?");
    Instant issued = instant(in.getLong());
    Instant limit = instant(in.getLong());
    return switch (kind) {
      case 1 ->
          new DataClock(
              "anchors" + of, issued, limit, "no document can be trusted: all are referred");
      case 2 ->
          new DataClock(
              "revocations" + of, issued, limit, "this country's documents are all referred");
      case 3 ->
          new DataClock(
              "deviations" + of,
              issued,
              limit,
              "documents with newer defects are refused, not referred");
      default -> throw new UpdateException("is a trust store with a list of an unknown kind");
    };
  }

  private static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.clamp(seconds, 0, SECONDS_MAX));
  }

  List<DataClock> clocks() {
    return List.copyOf(clocks);
  }
}
