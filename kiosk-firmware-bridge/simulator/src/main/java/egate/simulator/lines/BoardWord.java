package egate.simulator.lines;

/** What the board says to a host. Line numbers go from 0 to 1023. */
public sealed interface BoardWord {

  int line();

  /** A requested line has this value. */
  record Value(int line, boolean high) implements BoardWord {}

  /** Another host has the line, or this one has not requested it. */
  record Busy(int line) implements BoardWord {}

  default String text() {
    return switch (this) {
      case Value(int line, boolean high) -> "value " + line + (high ? " 1" : " 0");
      case Busy(int line) -> "busy " + line;
    };
  }

  static BoardWord of(String text) throws MalformedWordException {
    Fields fields = Fields.of(text);
    return switch (fields.verb()) {
      case "value" -> new Value(fields.line(), fields.high());
      case "busy" -> new Busy(fields.lineAlone());
      default -> throw Fields.unknown();
    };
  }
}
