package egate.daemon;

/** The daemon or a command cannot do its work; the message is one line: what, where, what to do. */
final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String line) {
    super(line);
  }

  StartException(String line, Throwable cause) {
    super(line, cause);
  }
}
