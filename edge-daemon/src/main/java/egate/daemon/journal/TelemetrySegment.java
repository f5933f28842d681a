package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of observations: a header as the journal's segments have, and frames. */
final class TelemetrySegment {
  private final SegmentHeader header;
  private long last;
  private long end;

  private TelemetrySegment(SegmentHeader header, long last, long end) {
    this.header = header;
    this.last = last;
    this.end = end;
  }

  static TelemetrySegment create(JournalStorage storage, UUID epoch, long first)
      throws IOException {
    SegmentHeader header =
        new SegmentHeader(epoch, first, ChainHash.begin("egate telemetry", epoch));
    storage.create(JournalReader.segmentName(first), header.encode());
    return new TelemetrySegment(header, first - 1, SegmentHeader.SIZE);
  }

  /** A file as it is found, its torn tail taken off, or null where it has no intact header. */
  static @Nullable TelemetrySegment open(JournalStorage storage, String name) throws IOException {
    byte[] bytes = storage.read(name);
    SegmentHeader header = SegmentHeader.read(bytes);
    if (header == null) {
      return null;
    }
    SegmentScan scan = SegmentScan.of(bytes, header);
    if (scan.tailBytes() > 0) {
      storage.truncate(name, scan.end());
    }
    return new TelemetrySegment(header, scan.nextOrder() - 1, scan.end());
  }

  String name() {
    return JournalReader.segmentName(header.firstOrder());
  }

  UUID epoch() {
    return header.epoch();
  }

  long first() {
    return header.firstOrder();
  }

  /** Sequence of its last observation, one below the first where it has none. */
  long last() {
    return last;
  }

  long end() {
    return end;
  }

  void write(JournalStorage storage, TelemetryRecord record, KeyRing keys) throws IOException {
    DataKey key = Objects.requireNonNull(keys.newest(), "an open journal has a key");
    ByteBuffer plain = ByteBuffer.allocate(8 + record.json().length());
    plain.putLong(record.wallMillis()).put(record.json().getBytes(StandardCharsets.US_ASCII));
    byte[] context = Sealing.telemetryContext(header.epoch(), record.sequence());
    ByteBuffer frame =
        Frame.encode(
            record.sequence(),
            key.id(),
            Sealing.seal(key.secret(), context, plain.flip(), keys.random()));
    int size = frame.remaining();
    storage.write(name(), end, frame);
    end += size;
    last = record.sequence();
  }

  /** Every observation that can still be opened. */
  List<TelemetryRecord> read(JournalStorage storage, KeyRing keys) throws IOException {
    List<TelemetryRecord> records = new ArrayList<>();
    for (Frame frame : SegmentScan.of(storage.read(name()), header).frames()) {
      DataKey key = keys.find(frame.key());
      if (key != null && frame.order() <= last) {
        records.add(open(frame, key));
      }
    }
    return records;
  }

  private TelemetryRecord open(Frame frame, DataKey key) throws IOException {
    try {
      byte[] context = Sealing.telemetryContext(header.epoch(), frame.order());
      ByteBuffer plain = Sealing.open(key.secret(), context, frame.text());
      long wallMillis = plain.getLong();
      return new TelemetryRecord(
          frame.order(), wallMillis, StandardCharsets.US_ASCII.decode(plain).toString());
    } catch (MalformedEntryException e) {
      throw new IOException("observation " + frame.order() + " " + e.getMessage(), e);
    }
  }
}
