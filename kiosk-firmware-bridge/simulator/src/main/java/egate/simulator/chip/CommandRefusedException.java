package egate.simulator.chip;

/** The chip answers with a status word other than 9000 and without data. */
final class CommandRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  static final int SECURITY_NOT_SATISFIED = 0x6982;
  static final int CONDITIONS_NOT_SATISFIED = 0x6985;
  static final int NO_FILE_SELECTED = 0x6986;
  static final int SM_OBJECT_MISSING = 0x6987;
  static final int SM_OBJECT_INCORRECT = 0x6988;
  static final int SM_NOT_SUPPORTED = 0x6882;
  static final int AUTHENTICATION_FAILED = 0x6300;
  static final int WRONG_LENGTH = 0x6700;
  static final int WRONG_DATA = 0x6A80;
  static final int REFERENCED_DATA_NOT_FOUND = 0x6A88;
  static final int FILE_NOT_FOUND = 0x6A82;
  static final int WRONG_PARAMETERS = 0x6A86;
  static final int WRONG_OFFSET = 0x6B00;
  static final int INSTRUCTION_UNKNOWN = 0x6D00;
  static final int CLASS_UNKNOWN = 0x6E00;

  private final int status;

  CommandRefusedException(int status) {
    super("status word " + Integer.toHexString(status), null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
