package egate.emrtd;

import egate.report.DocumentType;
import egate.report.IssuingState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A machine readable zone (Doc 9303-3 section 4). Personal data: it has no string form and is wiped
 * when closed.
 *
 * <p>Parsing checks its shape and alphabet alone; whether it was read well is what {@link
 * #checkDigitsHold} says, for a misread MRZ is no reason to fail, but one to read again.
 */
public final class Mrz implements AutoCloseable {
  static final char FILLER = '<';

  private final MrzFormat format;
  private final byte[] text;

  private Mrz(MrzFormat format, byte[] text) {
    this.format = format;
    this.text = text;
  }

  /** Parses the printed lines, without line ends. */
  public static Mrz parse(List<String> lines) throws MalformedDataException {
    for (String line : lines) {
      if (line.length() * lines.size() != String.join("", lines).length()) {
        throw new MalformedDataException("MRZ lines of different lengths");
      }
    }
    Mrz mrz = parse(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
    if (mrz.format.lines() != lines.size()) {
      throw new MalformedDataException("MRZ of " + lines.size() + " lines");
    }
    return mrz;
  }

  /**
   * Parses the lines laid end to end, as DG1 holds them. Lower case is tolerated and raised, since
   * some issuers write their state so.
   */
  public static Mrz parse(byte[] characters) throws MalformedDataException {
    byte[] text = characters.clone();
    for (int i = 0; i < text.length; i++) {
      text[i] = character(text[i]);
    }
    for (MrzFormat format : MrzFormat.values()) {
      if (format.lines() * format.columns() == text.length) {
        return new Mrz(format, text);
      }
    }
    throw new MalformedDataException("MRZ of " + text.length + " characters");
  }

  private static byte character(byte c) throws MalformedDataException {
    if (c >= 'a' && c <= 'z') {
      return (byte) (c - 'a' + 'A');
    }
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == FILLER) {
      return c;
    }
    throw new MalformedDataException("a character outside the MRZ's alphabet");
  }

  public MrzFormat format() {
    return format;
  }

  /** From the document code's first character (Doc 9303-4 to -7). */
  public DocumentType documentType() {
    return switch (text[0]) {
      case 'P' -> DocumentType.PASSPORT;
      case 'A', 'C', 'I' -> DocumentType.IDENTITY_CARD;
      case 'V' -> DocumentType.VISA;
      default -> DocumentType.OTHER;
    };
  }

  /** The issuing state as coded, 'D' for Germany; unknown where no letters stand. */
  public IssuingState issuingState() {
    String code = characters(2, 5).replace("<", "");
    return code.matches("[A-Z]{1,3}") ? new IssuingState(code) : IssuingState.UNKNOWN;
  }

  /** The document code, one or two letters: what deviation lists know a kind of document by. */
  public String documentCode() {
    return characters(0, 2).replace("<", "");
  }

  /** The document number without fillers, for looking it up and nothing else. */
  public String documentNumber() {
    return DocumentNumber.of(format, characters(0, text.length)).number();
  }

  /** Whether every check digit of the MRZ holds (Doc 9303-3 section 4.9). */
  public boolean checkDigitsHold() {
    return MrzCheckDigits.hold(format, characters(0, text.length));
  }

  /** The date of birth, in the latest century that does not lie behind the reference date. */
  public Optional<LocalDate> dateOfBirth(LocalDate reference) {
    return MrzDate.birth(date(format.birth()), reference);
  }

  /** The date of expiry, in the century that puts it nearest to the reference date. */
  public Optional<LocalDate> dateOfExpiry(LocalDate reference) {
    return MrzDate.expiry(date(format.expiry()), reference);
  }

  private String date(int offset) {
    return characters(offset, offset + MrzFormat.DATE_CHARACTERS);
  }

  /**
   * Document number, date of birth and date of expiry, each with its check digit: what BAC derives
   * its keys from (Doc 9303-11 section 4.3.2). The caller wipes it.
   */
  public byte[] keyInformation() {
    return (DocumentNumber.of(format, characters(0, text.length)).withCheckDigit()
            + characters(format.birth(), format.birth() + MrzFormat.DATE_CHARACTERS + 1)
            + characters(format.expiry(), format.expiry() + MrzFormat.DATE_CHARACTERS + 1))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether two MRZs agree in every character. */
  public boolean sameAs(Mrz other) {
    return MessageDigest.isEqual(text, other.text);
  }

  /** The lines laid end to end, as a copy that the caller wipes. */
  public byte[] text() {
    return text.clone();
  }

  private String characters(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    Arrays.fill(text, (byte) FILLER);
  }

  @Override
  public String toString() {
    return "Mrz";
  }
}
