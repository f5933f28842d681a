package egate.daemon.journal;

import java.util.Objects;

/** The outbox cannot be opened or used. The message is one line: what, where, what to do. */
public final class OutboxException extends Exception {
  private static final long serialVersionUID = 1L;

  OutboxException(String line) {
    super(line);
  }

  OutboxException(String line, Throwable cause) {
    super(line, cause);
  }

  /** The message. */
  public String line() {
    return Objects.requireNonNullElse(getMessage(), "");
  }
}
