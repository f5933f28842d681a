package egate.simulator.lines;

import java.util.List;
import java.util.regex.Pattern;

/** The fields of one word: a verb, a line, perhaps a value. */
record Fields(String verb, List<String> rest) {
  private static final Pattern LINE = Pattern.compile("0|[1-9][0-9]{0,3}");
  private static final int HIGHEST = 1023;

  static Fields of(String text) {
    List<String> fields = List.of(text.split(" ", -1));
    return new Fields(fields.getFirst(), fields.subList(1, fields.size()));
  }

  static MalformedWordException unknown() {
    return new MalformedWordException("unknown word on the line socket");
  }

  /** The line of a word that has no value. */
  int lineAlone() throws MalformedWordException {
    return number(1);
  }

  /** The line of a word that has a value. */
  int line() throws MalformedWordException {
    return number(2);
  }

  boolean high() throws MalformedWordException {
    return switch (rest.getLast()) {
      case "0" -> false;
      case "1" -> true;
      default -> throw new MalformedWordException("a value on the line socket is not 0 or 1");
    };
  }

  private int number(int fields) throws MalformedWordException {
    if (rest.size() != fields || !LINE.matcher(rest.getFirst()).matches()) {
      throw new MalformedWordException("a word on the line socket has no line number");
    }
    int line = Integer.parseInt(rest.getFirst());
    if (line > HIGHEST) {
      throw new MalformedWordException("a line number on the line socket is over 1023");
    }
    return line;
  }
}
