package egate.daemon.journal;

/** A key's file cannot be used. The message is one line: what, where, what to do. */
public final class KeyException extends Exception {
  private static final long serialVersionUID = 1L;

  KeyException(String line) {
    super(line);
  }

  KeyException(String line, Throwable cause) {
    super(line, cause);
  }
}
