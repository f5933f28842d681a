package egate.bridge.reader;

/** What the PN532 says (UM0701-02, 6.2.1). */
sealed interface Pn532Frame {

  /** A command has arrived whole. */
  record Ack() implements Pn532Frame {}

  /** A command has arrived broken: say it again. */
  record Nack() implements Pn532Frame {}

  /** A command's answer. It may carry a chip's bytes: it has no string form. */
  final class Answer implements Pn532Frame {
    private final int command;
    private final byte[] data;

    /**
     * @param command the command's code plus one
     * @param data what follows; kept, not copied
     */
    Answer(int command, byte[] data) {
      this.command = command;
      this.data = data;
    }

    int command() {
      return command;
    }

    byte[] data() {
      return data;
    }

    @Override
    public String toString() {
      return "Answer";
    }
  }

  /** The PN532 could not make sense of a command (6.2.1.5). */
  record SyntaxError() implements Pn532Frame {}
}
