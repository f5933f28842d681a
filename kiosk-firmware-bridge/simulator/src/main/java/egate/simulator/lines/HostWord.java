package egate.simulator.lines;

/** What a host says to the board. Line numbers go from 0 to 1023. */
public sealed interface HostWord {

  /** Requests an input; the board answers with its value, now and at every change. */
  record Input(int line) implements HostWord {}

  /** Requests an output that begins with a value; the board confirms the value. */
  record Output(int line, boolean high) implements HostWord {}

  /** Sets a requested output. */
  record Set(int line, boolean high) implements HostWord {}

  default String text() {
    return switch (this) {
      case Input(int line) -> "input " + line;
      case Output(int line, boolean high) -> "output " + line + (high ? " 1" : " 0");
      case Set(int line, boolean high) -> "set " + line + (high ? " 1" : " 0");
    };
  }

  static HostWord of(String text) throws MalformedWordException {
    Fields fields = Fields.of(text);
    return switch (fields.verb()) {
      case "input" -> new Input(fields.lineAlone());
      case "output" -> new Output(fields.line(), fields.high());
      case "set" -> new Set(fields.line(), fields.high());
      default -> throw Fields.unknown();
    };
  }
}
