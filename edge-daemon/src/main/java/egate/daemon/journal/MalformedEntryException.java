package egate.daemon.journal;

/** Bytes whose checksum holds, but that are no entry that this version knows. */
final class MalformedEntryException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedEntryException(String what) {
    super(what);
  }
}
