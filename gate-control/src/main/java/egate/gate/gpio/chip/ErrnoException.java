package egate.gate.gpio.chip;

import java.io.IOException;

/** The kernel said no. */
final class ErrnoException extends IOException {
  private static final long serialVersionUID = 1;

  static final int EINTR = 4;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ENODEV = 19;

  private final int errno;

  ErrnoException(String call, int errno) {
    super(call + " failed: " + name(errno));
    this.errno = errno;
  }

  int errno() {
    return errno;
  }

  private static String name(int errno) {
    return switch (errno) {
      case 1 -> "not permitted (EPERM)";
      case 2 -> "no such file (ENOENT)";
      case EACCES -> "permission denied (EACCES)";
      case EBUSY -> "busy (EBUSY)";
      case ENODEV -> "the device is gone (ENODEV)";
      case 22 -> "invalid argument (EINVAL)";
      case 25 -> "not a GPIO chip, or a kernel before 5.10 (ENOTTY)";
      case 95, 524 -> "not supported by the chip (ENOTSUPP)";
      default -> "errno " + errno;
    };
  }
}
