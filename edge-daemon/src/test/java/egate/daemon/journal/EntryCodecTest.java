package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private static List<JournalEntry> everyKind() {
    List<JournalEntry> entries = new ArrayList<>(Entries.passage(Long.MAX_VALUE));
    entries.add(Entries.START);
    entries.add(new JournalEntry.Ordered(1, "refer", "B-17", "suspicion", false));
    entries.add(new JournalEntry.Disturbance(1, "entry-closed", "stuck", true));
    entries.add(new JournalEntry.Emergency(-1, true));
    entries.add(new JournalEntry.Emergency(Long.MAX_VALUE, false));
    entries.add(new JournalEntry.PassageResult(0, 1, 1, "x".repeat(JournalEntry.JSON_MAX)));
    ChainHash chain = Ledger.beginOfResults(Entries.EPOCH);
    entries.add(
        new JournalEntry.Head(
            1, new SignedHead(Entries.EPOCH, 7, chain, 2, chain, 1, "A".repeat(96))));
    entries.add(checkpoint(new OpenPassage(4, 99), chain));
    entries.add(checkpoint(null, chain));
    entries.add(new JournalEntry.Acknowledged(1, 2, chain));
    entries.add(new JournalEntry.KeyDestroyed(1, Integer.MAX_VALUE));
    entries.add(new JournalEntry.TelemetryGap(1, 5, 9, GapCause.EVICTED));
    entries.add(new JournalEntry.TelemetryGap(1, 5, 9, GapCause.LOST));
    entries.add(new JournalEntry.Retired(1, 12, chain));
    return entries;
  }

  private static JournalEntry checkpoint(@Nullable OpenPassage open, ChainHash chain) {
    return new JournalEntry.Checkpoint(
        1, new Standing(new Recovery(Entries.EPOCH, 4, 3, open), chain, 2, chain));
  }

  private static ByteBuffer encode(JournalEntry entry) {
    return EntryCodec.encode(ClockQuality.SYNCHRONISED, entry);
  }

  @Test
  void everyEntryComesBackAsItWas() throws MalformedEntryException {
    for (JournalEntry entry : everyKind()) {
      for (ClockQuality clock : ClockQuality.values()) {
        assertEquals(
            new EntryCodec.Dated(clock, entry), EntryCodec.decode(EntryCodec.encode(clock, entry)));
      }
    }
  }

  @Test
  void everyTruncationIsRefused() {
    for (JournalEntry entry : everyKind()) {
      int size = Math.min(encode(entry).remaining(), 200);
      for (int length = 0; length < size; length++) {
        ByteBuffer cut = encode(entry).slice(0, length);
        assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(cut));
      }
    }
  }

  @Test
  void oneByteTooManyIsRefused() {
    for (JournalEntry entry : everyKind()) {
      ByteBuffer encoded = encode(entry);
      ByteBuffer longer = ByteBuffer.allocate(encoded.remaining() + 1).put(encoded).rewind();
      assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(longer));
    }
  }

  @Test
  void unknownCodesAreRefused() {
    ByteBuffer kind = encode(Entries.START).put(0, (byte) 99);
    assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(kind));
    ByteBuffer clock = encode(Entries.START).put(1, (byte) 99);
    assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(clock));
    ByteBuffer flag = encode(new JournalEntry.Emergency(0, true)).put(10, (byte) 2);
    assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(flag));
    ByteBuffer door = encode(Entries.passage(1).get(1)).put(18, (byte) 3);
    assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(door));
  }

  @Test
  void textOutsidePrintableAsciiIsRefused() {
    ByteBuffer encoded = encode(Entries.result(1));
    for (int c : new int[] {0, '\n', 0x7F, 0x80, 0xFF}) {
      ByteBuffer bad = encoded.duplicate().put(encoded.limit() - 1, (byte) c);
      assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(bad));
    }
  }
}
