package egate.simulator.lines;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of ASCII into words at each line feed, however the bytes arrive. */
public final class WordFrames {
  /** More than the longest word, {@code output 1023 1}. */
  private static final int LONGEST = 32;

  private final StringBuilder begun = new StringBuilder();

  /**
   * The words that end in these bytes.
   *
   * @throws MalformedWordException when a word is too long or not printable ASCII
   */
  public List<String> feed(ByteBuffer bytes) throws MalformedWordException {
    List<String> words = new ArrayList<>();
    while (bytes.hasRemaining()) {
      char next = (char) (bytes.get() & 0xFF);
      if (next == '\n') {
        words.add(begun.toString());
        begun.setLength(0);
      } else if (next < ' ' || next > '~' || begun.length() == LONGEST) {
        throw new MalformedWordException("not a word on the line socket");
      } else {
        begun.append(next);
      }
    }
    return words;
  }
}
