package egate.simulator.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordFramesTest {
  private static final String STREAM = "input 3\noutput 1023 1\nset 16 0\nvalue 3 1\nbusy 4\n";
  private static final List<String> WORDS = STREAM.lines().toList();

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void wordsAreTheSameAtEverySplit() throws MalformedWordException {
    for (int split = 0; split <= STREAM.length(); split++) {
      WordFrames frames = new WordFrames();
      List<String> words = new ArrayList<>(frames.feed(ascii(STREAM.substring(0, split))));
      words.addAll(frames.feed(ascii(STREAM.substring(split))));
      assertEquals(WORDS, words, "split at " + split);
    }
  }

  @Test
  void wordsAreTheSameByteByByte() throws MalformedWordException {
    WordFrames frames = new WordFrames();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < STREAM.length(); i++) {
      words.addAll(frames.feed(ascii(STREAM.substring(i, i + 1))));
    }
    assertEquals(WORDS, words);
  }

  @Test
  void aTruncatedWordIsNoWord() throws MalformedWordException {
    for (int length = 0; length < "set 16 0\n".length(); length++) {
      assertEquals(List.of(), new WordFrames().feed(ascii("set 16 0\n".substring(0, length))));
    }
  }

  @Test
  void whatIsTooLongOrNotPrintableIsRefused() {
    assertThrows(MalformedWordException.class, () -> new WordFrames().feed(ascii("x".repeat(33))));
    assertThrows(MalformedWordException.class, () -> new WordFrames().feed(ascii("set\t1 0\n")));
    assertThrows(
        MalformedWordException.class,
        () -> new WordFrames().feed(ByteBuffer.wrap(new byte[] {(byte) 0xE9})));
  }
}
