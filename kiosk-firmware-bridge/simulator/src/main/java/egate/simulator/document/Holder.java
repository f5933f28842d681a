package egate.simulator.document;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody who does not exist. Treated as personal data all the same: it has no string form. */
public final class Holder {
  /** Stands last in every surname, so that nobody is taken for a real person. */
  private static final String FICTITIOUS = "SPECIMEN";

  /** Doc 9303-3 section 5: Utopia, its examples' state, and persons without a nationality. */
  private static final List<String> NATIONALITIES = List.of("UTO", "UTO", "UTO", "XXA", "XXB");

  private static final List<String> SYLLABLES =
      List.of("VO", "MER", "TAL", "QUI", "ZAN", "RIL", "DOX", "KEY", "PLO", "WUN", "JAS", "BEF");
  private static final String NUMBER_CHARACTERS = "0123456789CFGHJKLMNPRTVWXYZ";
  private static final int NUMBER_LENGTH = 9;
  private static final int ADULT_YEARS = 18;
  private static final int AGE_SPAN_DAYS = 60 * 365;

  private final String surname;
  private final String givenNames;
  private final char sex;
  private final LocalDate birthDate;
  private final String nationality;
  private final String documentNumber;

  private Holder(RandomGenerator random, LocalDate today) {
    surname = invented(random, 3) + ' ' + FICTITIOUS;
    givenNames = invented(random, 2) + ' ' + invented(random, 2);
    sex = "FMX".charAt(random.nextInt(3));
    birthDate = today.minusYears(ADULT_YEARS).minusDays(1 + random.nextInt(AGE_SPAN_DAYS));
    nationality = NATIONALITIES.get(random.nextInt(NATIONALITIES.size()));
    documentNumber = number(random);
  }

  private Holder(Holder other, String number) {
    surname = other.surname;
    givenNames = other.givenNames;
    sex = other.sex;
    birthDate = other.birthDate;
    nationality = other.nationality;
    documentNumber = number;
  }

  /** An adult of less than eighty years; the same seed and day give the same one. */
  public static Holder of(long seed, LocalDate today) {
    return new Holder(new SeededRandom("holder", seed), today);
  }

  public String surname() {
    return surname;
  }

  public String givenNames() {
    return givenNames;
  }

  /** F, M or X. */
  public char sex() {
    return sex;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  /** Three capital letters. */
  public String nationality() {
    return nationality;
  }

  /**
   * The same person with another document.
   *
   * @param number capital letters and digits; over nine where an identity card has room for them
   */
  public Holder numbered(String number) {
    return new Holder(this, number);
  }

  /** Nine letters and digits, unless it was chosen otherwise. */
  public String documentNumber() {
    return documentNumber;
  }

  @Override
  public String toString() {
    return "Holder";
  }

  private static String invented(RandomGenerator random, int syllables) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return name.toString();
  }

  private static String number(RandomGenerator random) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < NUMBER_LENGTH; i++) {
      number.append(NUMBER_CHARACTERS.charAt(random.nextInt(NUMBER_CHARACTERS.length())));
    }
    return number.toString();
  }
}
