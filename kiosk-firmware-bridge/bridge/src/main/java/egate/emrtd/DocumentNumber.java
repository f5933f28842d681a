package egate.emrtd;

/**
 * A document number and its check digit, put together where TD1 and TD2 split a number of more than
 * nine characters (Doc 9303-5 section 4.2.2.2 note j, Doc 9303-6 note j).
 */
final class DocumentNumber {
  private final String number;
  private final char checkDigit;

  private DocumentNumber(String number, char checkDigit) {
    this.number = number;
    this.checkDigit = checkDigit;
  }

  static DocumentNumber of(MrzFormat format, String text) {
    int end = format.number() + MrzFormat.NUMBER_CHARACTERS;
    String first = text.substring(format.number(), end);
    String continued = continuation(format, text);
    if (format == MrzFormat.TD3 || text.charAt(end) != Mrz.FILLER || continued.isEmpty()) {
      return new DocumentNumber(first, text.charAt(end));
    }
    int last = continued.length() - 1;
    return new DocumentNumber(first + continued.substring(0, last), continued.charAt(last));
  }

  /** The optional data up to the first filler. */
  private static String continuation(MrzFormat format, String text) {
    String optional = text.substring(format.optional().from(), format.optional().to());
    int filler = optional.indexOf(Mrz.FILLER);
    return filler < 0 ? optional : optional.substring(0, filler);
  }

  boolean checkDigitHolds() {
    return MrzCheckDigit.of(number) == checkDigit;
  }

  /** Without fillers. */
  String number() {
    return number.replace("<", "");
  }

  String withCheckDigit() {
    return number + checkDigit;
  }

  @Override
  public String toString() {
    return "DocumentNumber";
  }
}
