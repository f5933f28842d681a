package egate.simulator;

/** The simulated world did not become what a traveller waited for. */
final class StuckException extends Exception {
  private static final long serialVersionUID = 1L;

  StuckException(String what) {
    super(what);
  }
}
