package egate.simulator.lines;

import java.io.IOException;

/** The other side does not speak the line protocol. */
public final class MalformedWordException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedWordException(String message) {
    super(message);
  }
}
