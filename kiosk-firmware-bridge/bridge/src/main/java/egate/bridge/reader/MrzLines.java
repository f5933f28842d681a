package egate.bridge.reader;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines that each end with CR, as every framing here carries them. */
final class MrzLines {

  /** Three lines of a TD1 document and its card access number; Doc 9303 has no form of more. */
  private static final int LINES_MAX = 4;

  /** Characters in a line of a TD3 document; Doc 9303 has none longer. */
  private static final int CHARACTERS_MAX = 44;

  private static final char END = '\r';

  private MrzLines() {}

  /**
   * Cuts the lines out of a frame.
   *
   * @param from first byte of the first line
   * @param to one after the CR of the last
   * @return no lines where the bytes are no MRZ's
   */
  static List<String> cut(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    if (text.isEmpty() || text.charAt(text.length() - 1) != END) {
      return List.of();
    }
    List<String> lines = text.lines().toList();
    return lines.size() <= LINES_MAX && lines.stream().allMatch(MrzLines::isLine)
        ? lines
        : List.of();
  }

  private static boolean isLine(String line) {
    return !line.isEmpty()
        && line.length() <= CHARACTERS_MAX
        && line.chars().allMatch(c -> c > 0x20 && c < 0x7F);
  }
}
