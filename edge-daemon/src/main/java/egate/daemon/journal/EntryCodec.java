package egate.daemon.journal;

import egate.gate.Door;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Entries as bytes: one byte of kind, eight of wall time, then the record's fields in their order.
 * Codes are part of the stored format: they never change their meaning.
 */
final class EntryCodec {
  /** Kind, wall time, passage, sequence and length in front of the longest text. */
  static final int PAYLOAD_MAX = 64 + JournalEntry.JSON_MAX;

  private static final byte STARTED = 1;
  private static final byte PASSAGE_BEGUN = 2;
  private static final byte DECISION = 3;
  private static final byte EMERGENCY = 4;
  private static final byte PASSAGE_RESULT = 5;

  private EntryCodec() {}

  static ByteBuffer encode(JournalEntry entry) {
    ByteBuffer out = ByteBuffer.allocate(PAYLOAD_MAX);
    switch (entry) {
      case JournalEntry.Started started -> {
        begin(out, STARTED, entry);
        out.putLong(started.epoch().getMostSignificantBits());
        out.putLong(started.epoch().getLeastSignificantBits());
        writeText(out, started.software());
      }
      case JournalEntry.PassageBegun begun ->
          begin(out, PASSAGE_BEGUN, entry).putLong(begun.passage());
      case JournalEntry.Decision decision ->
          begin(out, DECISION, entry).putLong(decision.passage()).put(code(decision.door()));
      case JournalEntry.Emergency emergency ->
          begin(out, EMERGENCY, entry).put((byte) (emergency.active() ? 1 : 0));
      case JournalEntry.PassageResult result -> {
        begin(out, PASSAGE_RESULT, entry).putLong(result.passage()).putLong(result.sequence());
        writeText(out, result.json());
      }
    }
    return out.flip();
  }

  /**
   * The entry that the bytes hold, all of them.
   *
   * @throws MalformedEntryException when they hold none that this version knows
   */
  static JournalEntry decode(ByteBuffer in) throws MalformedEntryException {
    try {
      JournalEntry entry = read(in);
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

  private static JournalEntry read(ByteBuffer in) throws MalformedEntryException {
    byte kind = in.get();
    long wallMillis = in.getLong();
    return switch (kind) {
      case STARTED ->
          new JournalEntry.Started(wallMillis, new UUID(in.getLong(), in.getLong()), readText(in));
      case PASSAGE_BEGUN -> new JournalEntry.PassageBegun(wallMillis, in.getLong());
      case DECISION -> new JournalEntry.Decision(wallMillis, in.getLong(), readDoor(in));
      case EMERGENCY -> new JournalEntry.Emergency(wallMillis, readFlag(in));
      case PASSAGE_RESULT ->
          new JournalEntry.PassageResult(wallMillis, in.getLong(), in.getLong(), readText(in));
      default -> throw new MalformedEntryException("of the unknown kind " + kind);
    };
  }

  private static ByteBuffer begin(ByteBuffer out, byte kind, JournalEntry entry) {
    return out.put(kind).putLong(entry.wallMillis());
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
