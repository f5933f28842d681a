package egate.bridge;

/** The rehearsal did not give the known answers: this bridge must not serve. */
public final class RehearsalException extends Exception {
  private static final long serialVersionUID = 1L;

  RehearsalException(String what) {
    super("the rehearsal failed: " + what);
  }
}
