package egate.simulator.document;

import egate.emrtd.MrzFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The printed lines of a document (Doc 9303-4 to -6, section 4.2). Personal data: it has no string
 * form.
 */
public final class MrzLines {
  private static final int NUMBER_LENGTH = 9;
  private static final DateTimeFormatter YYMMDD =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  private final MrzFormat format;
  private final String text;

  private MrzLines(MrzFormat format, String text) {
    if (text.length() != format.lines() * format.columns()) {
      throw new IllegalArgumentException("an MRZ of another length");
    }
    this.format = format;
    this.text = text;
  }

  /** The lines as DG1 holds them, on end. */
  static MrzLines of(String text) {
    for (MrzFormat format : MrzFormat.values()) {
      if (format.lines() * format.columns() == text.length()) {
        return new MrzLines(format, text);
      }
    }
    throw new IllegalArgumentException("an MRZ of another length");
  }

  /** Prints a holder's passport. */
  static MrzLines passport(String issuingState, Holder holder, LocalDate expiry) {
    return print(MrzFormat.TD3, issuingState, holder, expiry);
  }

  /**
   * Prints a holder's document.
   *
   * @param issuingState three capital letters
   */
  static MrzLines print(MrzFormat format, String issuingState, Holder holder, LocalDate expiry) {
    String names = transliterate(holder.surname()) + "<<" + transliterate(holder.givenNames());
    String birth = checked(YYMMDD.format(holder.birthDate()));
    String sex = holder.sex() == 'X' ? "<" : String.valueOf(holder.sex());
    String end = checked(YYMMDD.format(expiry));
    String state = holder.nationality();
    String number = holder.documentNumber();
    return new MrzLines(
        format,
        switch (format) {
          case TD1 -> {
            String upper = "I<" + issuingState + numbered(number, 25);
            String middle = birth + sex + end + state + filled("", 11);
            String composed = upper.substring(5) + birth + end + filled("", 11);
            yield upper + middle + checkDigit(composed) + filled(names, 30);
          }
          case TD2 -> {
            String field = numbered(number, 17);
            String optional = field.substring(10);
            String first = field.substring(0, 10);
            String composed = first + birth + end + optional;
            yield "I<"
                + issuingState
                + filled(names, 31)
                + first
                + state
                + birth
                + sex
                + end
                + optional
                + checkDigit(composed);
          }
          case TD3 -> {
            String first = checked(filled(number, NUMBER_LENGTH));
            String optional = checked(filled("", 14));
            yield "P<"
                + issuingState
                + filled(names, 39)
                + first
                + state
                + birth
                + sex
                + end
                + optional
                + checkDigit(first + birth + end + optional);
          }
        });
  }

  /** A number of more than nine characters goes on in the optional data, its check digit last. */
  private static String numbered(String number, int length) {
    String field =
        number.length() <= NUMBER_LENGTH
            ? checked(filled(number, NUMBER_LENGTH))
            : number.substring(0, NUMBER_LENGTH)
                + "<"
                + number.substring(NUMBER_LENGTH)
                + checkDigit(number);
    return filled(field, length);
  }

  public MrzFormat format() {
    return format;
  }

  /** The lines from top to bottom. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < text.length(); at += format.columns()) {
      lines.add(text.substring(at, at + format.columns()));
    }
    return List.copyOf(lines);
  }

  /** The names as printed, without the fillers behind them. */
  public String names() {
    String field =
        switch (format) {
          case TD1 -> text.substring(60);
          case TD2 -> text.substring(5, 36);
          case TD3 -> text.substring(5, 44);
        };
    return field.replaceAll("<+$", "");
  }

  /** The first nine characters of the document number. */
  public String documentNumber() {
    int at = numberAt();
    return text.substring(at, at + NUMBER_LENGTH);
  }

  /** The MRZ information of Doc 9303-11 section 4.3.2, from which the BAC keys grow. */
  public byte[] accessInformation() {
    String rest = text.substring(numberAt() + NUMBER_LENGTH);
    String information =
        switch (format) {
          case TD1 -> number(rest, 1, 15) + text.substring(30, 37) + text.substring(38, 45);
          case TD2 -> number(rest, 19, 7) + text.substring(49, 56) + text.substring(57, 64);
          case TD3 ->
              documentNumber() + rest.charAt(0) + text.substring(57, 64) + text.substring(65, 72);
        };
    return information.getBytes(StandardCharsets.US_ASCII);
  }

  /** The number with its check digit, which optional data may hold the end of. */
  private String number(String rest, int optionalAt, int optionalLength) {
    String continued =
        rest.substring(optionalAt, optionalAt + optionalLength).replaceAll("<.*$", "");
    boolean goesOn = rest.charAt(0) == '<' && !continued.isEmpty();
    return documentNumber() + (goesOn ? continued : rest.substring(0, 1));
  }

  private int numberAt() {
    return switch (format) {
      case TD1 -> 5;
      case TD2 -> 36;
      case TD3 -> 44;
    };
  }

  /** The bytes of DG1. */
  byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
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
