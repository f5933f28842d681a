package egate.emrtd;

import java.io.IOException;

/** The chip left the field or stopped answering; presented again, it can be read on. */
public final class CardLostException extends IOException {
  private static final long serialVersionUID = 1L;

  public CardLostException(String what) {
    super(what);
  }
}
