package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private static List<JournalEntry> everyKind() {
    List<JournalEntry> entries = new ArrayList<>(Entries.passage(Long.MAX_VALUE));
    entries.add(Entries.START);
    entries.add(new JournalEntry.Emergency(-1, true));
    entries.add(new JournalEntry.Emergency(Long.MAX_VALUE, false));
    entries.add(new JournalEntry.PassageResult(0, 1, 1, "x".repeat(JournalEntry.JSON_MAX)));
    return entries;
  }

  @Test
  void everyEntryComesBackAsItWas() throws MalformedEntryException {
    for (JournalEntry entry : everyKind()) {
      assertEquals(entry, EntryCodec.decode(EntryCodec.encode(entry)));
    }
  }

  @Test
  void everyTruncationIsRefused() {
    for (JournalEntry entry : everyKind()) {
      int size = Math.min(EntryCodec.encode(entry).remaining(), 200);
      for (int length = 0; length < size; length++) {
        ByteBuffer cut = EntryCodec.encode(entry).slice(0, length);
        assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(cut));
      }
    }
  }

  @Test
  void oneByteTooManyIsRefused() {
    for (JournalEntry entry : everyKind()) {
      ByteBuffer encoded = EntryCodec.encode(entry);
      ByteBuffer longer = ByteBuffer.allocate(encoded.remaining() + 1).put(encoded).rewind();
      assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(longer));
    }
  }

  @Test
  void unknownCodesAreRefused() {
    ByteBuffer kind = EntryCodec.encode(Entries.START).put(0, (byte) 99);
    assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(kind));
    ByteBuffer flag = EntryCodec.encode(new JournalEntry.Emergency(0, true)).put(9, (byte) 2);
    assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(flag));
    ByteBuffer door = EntryCodec.encode(Entries.passage(1).get(1)).put(17, (byte) 3);
    assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(door));
  }

  @Test
  void textOutsidePrintableAsciiIsRefused() {
    ByteBuffer encoded = EntryCodec.encode(Entries.result(1));
    for (int c : new int[] {0, '\n', 0x7F, 0x80, 0xFF}) {
      ByteBuffer bad = encoded.duplicate().put(encoded.limit() - 1, (byte) c);
      assertThrows(MalformedEntryException.class, () -> EntryCodec.decode(bad));
    }
  }
}
