package egate.daemon.journal;

import java.util.Objects;

/**
 * The journal cannot be read or written. The message is one line: what, where, what to do. Whatever
 * waited for the entry must not happen.
 */
public final class JournalException extends Exception {
  private static final long serialVersionUID = 1L;

  JournalException(String line) {
    super(line);
  }

  JournalException(String line, Throwable cause) {
    super(line, cause);
  }

  /** The message. */
  public String line() {
    return Objects.requireNonNullElse(getMessage(), "");
  }
}
