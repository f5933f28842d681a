package egate.gate.gpio;

import java.io.IOException;

/** A line could not be had or driven, or the guard refused it; one clear line of text. */
public final class LinesException extends IOException {
  private static final long serialVersionUID = 1;

  public LinesException(String message) {
    super(message);
  }

  public LinesException(String message, Throwable cause) {
    super(message, cause);
  }
}
