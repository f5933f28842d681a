package egate.emrtd;

/** Check digits of the MRZ (Doc 9303-3 section 4.9): weights 7, 3, 1, modulo 10. */
public final class MrzCheckDigit {
  private static final int[] WEIGHTS = {7, 3, 1};

  private MrzCheckDigit() {}

  /**
   * The check digit, '0'..'9', over characters of the MRZ's alphabet.
   *
   * @throws IllegalArgumentException at a character that is no capital letter, digit or filler
   */
  public static char of(CharSequence characters) {
    int sum = 0;
    for (int i = 0; i < characters.length(); i++) {
      sum += value(characters.charAt(i)) * WEIGHTS[i % WEIGHTS.length];
    }
    return (char) ('0' + sum % 10);
  }

  private static int value(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 10;
    }
    if (c == Mrz.FILLER) {
      return 0;
    }
    throw new IllegalArgumentException("a character outside the MRZ's alphabet");
  }
}
