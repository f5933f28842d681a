package egate.emrtd;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates of the form YYMMDD, whose century the reader must tell (Doc 9303-3 section 4.8). */
final class MrzDate {
  private static final int CENTURY = 100;

  private MrzDate() {}

  static Optional<LocalDate> birth(String digits, LocalDate reference) {
    return date(digits, reference.getYear())
        .map(date -> date.isAfter(reference) ? date.minusYears(CENTURY) : date);
  }

  /** Documents live ten years or so; half a century either way leaves no doubt. */
  static Optional<LocalDate> expiry(String digits, LocalDate reference) {
    return date(digits, reference.getYear() + CENTURY / 2);
  }

  /** The date in the latest year that ends in these two digits and is not after the given one. */
  private static Optional<LocalDate> date(String digits, int yearMax) {
    if (!digits.matches("[0-9]{6}")) {
      return Optional.empty();
    }
    int year = Integer.parseInt(digits.substring(0, 2));
    int month = Integer.parseInt(digits.substring(2, 4));
    int day = Integer.parseInt(digits.substring(4, 6));
    try {
      return Optional.of(
          LocalDate.of(yearMax - Math.floorMod(yearMax - year, CENTURY), month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
