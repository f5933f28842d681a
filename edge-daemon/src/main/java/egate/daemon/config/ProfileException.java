package egate.daemon.config;

/** A profile that cannot be used; the message is one line: where, which key, what, what to do. */
public final class ProfileException extends Exception {
  private static final long serialVersionUID = 1L;

  ProfileException(String line) {
    super(line.replaceAll("\\s+", " "));
  }

  static ProfileException at(Place place, String key, String what, String advice) {
    return new ProfileException(place + ": " + key + ": " + what + "; " + advice);
  }
}
