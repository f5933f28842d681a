package egate.bridge.reader;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which PC/SC reader is meant: its name, in which * stands for any characters. pcscd puts serial,
 * interface and slot numbers behind the name, so most patterns end with one.
 */
public final class ReaderPattern {
  private static final int CHARACTERS_MAX = 128;

  private final String text;
  private final Pattern pattern;

  /**
   * @param text 1..128 characters, as pcscd names readers
   */
  public ReaderPattern(String text) {
    if (text.isEmpty() || text.length() > CHARACTERS_MAX) {
      throw new IllegalArgumentException("reader name of " + text.length() + " characters");
    }
    this.text = text;
    this.pattern =
        Pattern.compile(
            Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
  }

  public String text() {
    return text;
  }

  boolean fits(String reader) {
    return pattern.matcher(reader).matches();
  }
}
