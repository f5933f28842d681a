package egate.emrtd;

import java.util.Locale;

/** Status words that the reading steps tell apart (ISO/IEC 7816-4 section 5.6). */
public final class StatusWord {
  public static final int OK = 0x9000;

  /** The end of the file was reached before Le bytes were read. */
  public static final int END_OF_FILE = 0x6282;

  public static final int AUTHENTICATION_FAILED = 0x6300;

  /** 63Cx: x tries are left. */
  static final int TRIES_LEFT = 0x63C0;

  public static final int WRONG_LENGTH = 0x6700;
  public static final int SECURITY_NOT_SATISFIED = 0x6982;
  public static final int CONDITIONS_NOT_SATISFIED = 0x6985;
  public static final int SM_OBJECT_MISSING = 0x6987;
  public static final int SM_OBJECT_INCORRECT = 0x6988;
  public static final int FILE_NOT_FOUND = 0x6A82;

  /** The offset lies outside the file. */
  public static final int WRONG_OFFSET = 0x6B00;

  private StatusWord() {}

  /** Whether the chip wants another Le: 6700, or 6Cxx. */
  public static boolean isWrongLength(int status) {
    return status == WRONG_LENGTH || status >> 8 == 0x6C;
  }

  /** Whether the chip misses secure messaging, or cannot make sense of it. */
  static boolean isOfSecureMessaging(int status) {
    return status == SM_OBJECT_MISSING || status == SM_OBJECT_INCORRECT;
  }

  static String text(int status) {
    return String.format(Locale.ROOT, "%04X", status);
  }
}
