package egate.daemon.journal;

import egate.gate.Door;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Entries as bytes: one byte of kind, one of clock quality, eight of wall time, then the record's
 * fields in their order. Codes are part of the stored format: they never change their meaning.
 */
final class EntryCodec {
  /** Kind, clock, wall time, passage, sequence and length in front of the longest text. */
  static final int PAYLOAD_MAX = 64 + JournalEntry.JSON_MAX;

  private static final byte STARTED = 1;
  private static final byte PASSAGE_BEGUN = 2;
  private static final byte DECISION = 3;
  private static final byte EMERGENCY = 4;
  private static final byte PASSAGE_RESULT = 5;
  private static final byte HEAD = 6;
  private static final byte CHECKPOINT = 7;
  private static final byte ACKNOWLEDGED = 8;
  private static final byte KEY_DESTROYED = 9;
  private static final byte TELEMETRY_GAP = 10;
  private static final byte RETIRED = 11;
  private static final byte ORDERED = 20;
  private static final byte DISTURBANCE = 21;

  private EntryCodec() {}

  /** An entry, and how its wall time was come by. */
  record Dated(ClockQuality clock, JournalEntry entry) {}

  static ByteBuffer encode(ClockQuality clock, JournalEntry entry) {
    ByteBuffer out = ByteBuffer.allocate(PAYLOAD_MAX);
    out.put(kind(entry)).put(clock.code()).putLong(entry.wallMillis());
    switch (entry) {
      case JournalEntry.Started started -> {
        StandingCodec.writeEpoch(out, started.epoch());
        writeText(out, started.software());
      }
      case JournalEntry.PassageBegun begun -> out.putLong(begun.passage());
      case JournalEntry.Decision decision ->
          out.putLong(decision.passage()).put(code(decision.door()));
      case JournalEntry.Emergency emergency -> out.put((byte) (emergency.active() ? 1 : 0));
      case JournalEntry.PassageResult result -> {
        out.putLong(result.passage()).putLong(result.sequence());
        writeText(out, result.json());
      }
      case JournalEntry.Head head -> writeHead(out, head.head());
      case JournalEntry.Checkpoint checkpoint -> StandingCodec.write(out, checkpoint.standing());
      case JournalEntry.Acknowledged ack -> ack.results().write(out.putLong(ack.sequence()));
      case JournalEntry.KeyDestroyed destroyed -> out.putInt(destroyed.key());
      case JournalEntry.TelemetryGap gap ->
          out.putLong(gap.first()).putLong(gap.last()).put(gap.cause().code());
      case JournalEntry.Retired retired -> retired.chain().write(out.putLong(retired.upTo()));
      case JournalEntry.Ordered ordered -> {
        writeText(out, ordered.order());
        writeText(out, ordered.who());
        writeText(out, ordered.why());
        out.put((byte) (ordered.heeded() ? 1 : 0));
      }
      case JournalEntry.Disturbance disturbance -> {
        writeText(out, disturbance.line());
        writeText(out, disturbance.what());
        out.put((byte) (disturbance.begins() ? 1 : 0));
      }
    }
    return out.flip();
  }

  /**
   * The entry that the bytes hold, all of them.
   *
   * @throws MalformedEntryException when they hold none that this version knows
   */
  static Dated decode(ByteBuffer in) throws MalformedEntryException {
    try {
      Dated entry = read(in);
      if (in.hasRemaining()) {
        throw new MalformedEntryException(in.remaining() + " bytes too many");
      }
      return entry;
    } catch (BufferUnderflowException e) {
      throw new MalformedEntryException("too short");
    } catch (IllegalArgumentException e) {
      throw new MalformedEntryException("a field is out of range");
    }
  }

  private static Dated read(ByteBuffer in) throws MalformedEntryException {
    byte kind = in.get();
    ClockQuality clock = ClockQuality.of(in.get());
    return new Dated(clock, read(kind, in.getLong(), in));
  }

  private static JournalEntry read(byte kind, long wallMillis, ByteBuffer in)
      throws MalformedEntryException {
    return switch (kind) {
      case STARTED ->
          new JournalEntry.Started(wallMillis, StandingCodec.readEpoch(in), readText(in));
      case PASSAGE_BEGUN -> new JournalEntry.PassageBegun(wallMillis, in.getLong());
      case DECISION -> new JournalEntry.Decision(wallMillis, in.getLong(), readDoor(in));
      case EMERGENCY -> new JournalEntry.Emergency(wallMillis, readFlag(in));
      case PASSAGE_RESULT ->
          new JournalEntry.PassageResult(wallMillis, in.getLong(), in.getLong(), readText(in));
      case HEAD -> new JournalEntry.Head(wallMillis, readHead(in));
      case CHECKPOINT -> new JournalEntry.Checkpoint(wallMillis, StandingCodec.read(in));
      case ACKNOWLEDGED ->
          new JournalEntry.Acknowledged(wallMillis, in.getLong(), ChainHash.read(in));
      case KEY_DESTROYED -> new JournalEntry.KeyDestroyed(wallMillis, in.getInt());
      case TELEMETRY_GAP ->
          new JournalEntry.TelemetryGap(
              wallMillis, in.getLong(), in.getLong(), GapCause.of(in.get()));
      case RETIRED -> new JournalEntry.Retired(wallMillis, in.getLong(), ChainHash.read(in));
      case ORDERED ->
          new JournalEntry.Ordered(
              wallMillis, readText(in), readText(in), readText(in), readFlag(in));
      case DISTURBANCE ->
          new JournalEntry.Disturbance(wallMillis, readText(in), readText(in), readFlag(in));
      default -> throw new MalformedEntryException("of the unknown kind " + kind);
    };
  }

  private static byte kind(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Started _ -> STARTED;
      case JournalEntry.PassageBegun _ -> PASSAGE_BEGUN;
      case JournalEntry.Decision _ -> DECISION;
      case JournalEntry.Emergency _ -> EMERGENCY;
      case JournalEntry.PassageResult _ -> PASSAGE_RESULT;
      case JournalEntry.Head _ -> HEAD;
      case JournalEntry.Checkpoint _ -> CHECKPOINT;
      case JournalEntry.Acknowledged _ -> ACKNOWLEDGED;
      case JournalEntry.KeyDestroyed _ -> KEY_DESTROYED;
      case JournalEntry.TelemetryGap _ -> TELEMETRY_GAP;
      case JournalEntry.Retired _ -> RETIRED;
      case JournalEntry.Ordered _ -> ORDERED;
      case JournalEntry.Disturbance _ -> DISTURBANCE;
    };
  }

  private static void writeHead(ByteBuffer out, SignedHead head) {
    StandingCodec.writeEpoch(out, head.epoch());
    head.chain().write(out.putLong(head.order()));
    head.results().write(out.putLong(head.sequence()));
    writeText(out.putLong(head.wallMillis()), head.signature());
  }

  private static SignedHead readHead(ByteBuffer in) {
    return new SignedHead(
        StandingCodec.readEpoch(in),
        in.getLong(),
        ChainHash.read(in),
        in.getLong(),
        ChainHash.read(in),
        in.getLong(),
        readText(in));
  }

  private static byte code(Door door) {
    return switch (door) {
      case ENTRY -> 1;
      case EXIT -> 2;
    };
  }

  private static Door readDoor(ByteBuffer in) throws MalformedEntryException {
    byte code = in.get();
    return switch (code) {
      case 1 -> Door.ENTRY;
      case 2 -> Door.EXIT;
      default -> throw new MalformedEntryException("with the unknown door " + code);
    };
  }

  private static boolean readFlag(ByteBuffer in) throws MalformedEntryException {
    byte flag = in.get();
    if (flag != 0 && flag != 1) {
      throw new MalformedEntryException("with the flag " + flag);
    }
    return flag == 1;
  }

  private static void writeText(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.putShort((short) bytes.length).put(bytes);
  }

  /** What is not ASCII becomes a replacement character, which the entry itself refuses. */
  private static String readText(ByteBuffer in) {
    byte[] bytes = new byte[Math.min(Short.toUnsignedInt(in.getShort()), in.remaining() + 1)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
