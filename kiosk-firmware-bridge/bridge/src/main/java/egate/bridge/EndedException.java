package egate.bridge;

/** The daemon has said that the passage is over; whatever was going on stops here. */
final class EndedException extends Exception {
  private static final long serialVersionUID = 1L;

  EndedException() {
    super("the passage is over");
  }
}
