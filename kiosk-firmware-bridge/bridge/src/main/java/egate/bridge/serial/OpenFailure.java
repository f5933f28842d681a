package egate.bridge.serial;

/** Why a device could not be opened, and what to do about it. */
enum OpenFailure {
  IN_USE(" is in use by another process: stop it, or correct the profile"),
  NOT_FOUND(" is no device: plug it in, or correct the profile"),
  PERMISSION(" may not be opened: add the service's user to the device's group"),
  NO_SERIAL_PORT(" is no serial port: correct the profile");

  private final String advice;

  OpenFailure(String advice) {
    this.advice = advice;
  }

  /** What follows the device's path in a message. */
  String advice() {
    return advice;
  }

  /** The meaning of jSSC's negative handles. */
  static OpenFailure ofCode(long code) {
    return switch ((int) code) {
      case -1 -> IN_USE;
      case -3 -> PERMISSION;
      case -4 -> NO_SERIAL_PORT;
      default -> NOT_FOUND;
    };
  }
}
