package egate.daemon.disk;

import java.io.IOException;

/** The power failed; nothing works until the machine is started again. */
public final class PowerCutException extends IOException {
  private static final long serialVersionUID = 1L;

  PowerCutException() {
    super("power cut");
  }
}
