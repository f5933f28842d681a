package egate.report;

/** Bytes that are no message of this protocol. The peer that sent them is not to be trusted. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String what) {
    super(what);
  }
}
