package egate.emrtd;

/** The chip refused the access protocol: the MRZ does not fit, or was misread. */
public final class ChipAccessDeniedException extends Exception {
  private static final long serialVersionUID = 1L;

  public ChipAccessDeniedException(String what) {
    super(what);
  }
}
