package egate.daemon.update;

/** An update that is refused, or that could not be done: one line, and nothing was changed. */
public final class UpdateException extends Exception {
  private static final long serialVersionUID = 1L;

  public UpdateException(String line) {
    super(line);
  }

  public UpdateException(String line, Throwable cause) {
    super(line, cause);
  }
}
