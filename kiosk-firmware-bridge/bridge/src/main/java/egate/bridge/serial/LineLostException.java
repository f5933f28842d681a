package egate.bridge.serial;

import java.io.IOException;

/** A device's line is gone, or the device at its end answers nothing: refer the traveller. */
public final class LineLostException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what one line: which device, what happened, what to do; never what was read
   */
  public LineLostException(String what) {
    super(what);
  }

  public LineLostException(String what, Throwable cause) {
    super(what, cause);
  }
}
