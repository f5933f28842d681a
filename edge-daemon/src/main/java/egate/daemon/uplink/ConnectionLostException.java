package egate.daemon.uplink;

import java.util.Objects;

/** A connection to the broker that is gone or did not come about; the message is one line. */
final class ConnectionLostException extends Exception {
  private static final long serialVersionUID = 1L;

  ConnectionLostException(String line) {
    super(line);
  }

  String line() {
    return Objects.requireNonNullElse(getMessage(), "");
  }
}
