package egate.simulator.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Both lines of a TD3 MRZ (Doc 9303-4 section 4.2). Personal data: it has no string form. */
public final class MrzLines {
  private static final int LINE_LENGTH = 44;
  private static final int NAMES_LENGTH = 39;
  private static final DateTimeFormatter YYMMDD =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  private final String upper;
  private final String lower;

  private MrzLines(String upper, String lower) {
    if (upper.length() != LINE_LENGTH || lower.length() != LINE_LENGTH) {
      throw new IllegalArgumentException("a TD3 MRZ has two lines of " + LINE_LENGTH);
    }
    this.upper = upper;
    this.lower = lower;
  }

  /** The lines as DG1 holds them: 88 characters on end. */
  static MrzLines of(String both) {
    return new MrzLines(both.substring(0, LINE_LENGTH), both.substring(LINE_LENGTH));
  }

  /**
   * Prints a holder's passport.
   *
   * @param issuingState three capital letters
   */
  static MrzLines passport(String issuingState, Holder holder, LocalDate expiry) {
    String names = transliterate(holder.surname()) + "<<" + transliterate(holder.givenNames());
    String number = checked(holder.documentNumber());
    String birth = checked(YYMMDD.format(holder.birthDate()));
    String end = checked(YYMMDD.format(expiry));
    String optional = checked("<".repeat(14));
    String sex = holder.sex() == 'X' ? "<" : String.valueOf(holder.sex());
    return new MrzLines(
        "P<" + issuingState + filled(names, NAMES_LENGTH),
        number
            + holder.nationality()
            + birth
            + sex
            + end
            + optional
            + checkDigit(number + birth + end + optional));
  }

  /** Both lines, upper first. */
  public List<String> lines() {
    return List.of(upper, lower);
  }

  /** The MRZ information of Doc 9303-11 section 4.3.2, from which the BAC keys grow. */
  public byte[] accessInformation() {
    String information = lower.substring(0, 10) + lower.substring(13, 20) + lower.substring(21, 28);
    return information.getBytes(StandardCharsets.US_ASCII);
  }

  /** The 88 bytes of DG1. */
  byte[] bytes() {
    return (upper + lower).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "MrzLines";
  }

  private static String transliterate(String name) {
    return name.replace(' ', '<').replace('-', '<');
  }

  private static String filled(String text, int length) {
    String cut = text.substring(0, Math.min(text.length(), length));
    return cut + "<".repeat(length - cut.length());
  }

  private static String checked(String field) {
    return field + checkDigit(field);
  }

  /** Weights 7, 3, 1; letters count from 10 (Doc 9303-3 section 4.9). */
  static char checkDigit(String field) {
    int sum = 0;
    for (int i = 0; i < field.length(); i++) {
      char character = field.charAt(i);
      int value = character == '<' ? 0 : Character.digit(character, 36);
      sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return Character.forDigit(sum % 10, 10);
  }
}
