package egate.emrtd;

/** All the check digits of one MRZ. */
final class MrzCheckDigits {
  private MrzCheckDigits() {}

  static boolean hold(MrzFormat format, String text) {
    return DocumentNumber.of(format, text).checkDigitHolds()
        && dateHolds(text, format.birth())
        && dateHolds(text, format.expiry())
        && optionalHolds(format, text)
        && compositeHolds(format, text);
  }

  private static boolean dateHolds(String text, int offset) {
    int end = offset + MrzFormat.DATE_CHARACTERS;
    return MrzCheckDigit.of(text.substring(offset, end)) == text.charAt(end);
  }

  /** TD3 alone gives its optional data a digit, which may be a filler where nothing is covered. */
  private static boolean optionalHolds(MrzFormat format, String text) {
    if (format != MrzFormat.TD3 || isVisa(text)) {
      return true;
    }
    String optional = text.substring(format.optional().from(), format.optional().to());
    char digit = text.charAt(format.optional().to());
    boolean empty = optional.chars().allMatch(c -> c == Mrz.FILLER);
    return digit == MrzCheckDigit.of(optional) || (empty && digit == Mrz.FILLER);
  }

  private static boolean compositeHolds(MrzFormat format, String text) {
    if (isVisa(text)) {
      return true;
    }
    StringBuilder composed = new StringBuilder(text.length());
    for (MrzFormat.Span span : format.composed()) {
      composed.append(text, span.from(), span.to());
    }
    return MrzCheckDigit.of(composed) == text.charAt(format.composite());
  }

  /** Visas have no composite check digit: their optional data run to the end (Doc 9303-7). */
  private static boolean isVisa(String text) {
    return text.charAt(0) == 'V';
  }
}
