package egate.report;

/**
 * Issuing state or organisation as the MRZ codes it (Doc 9303-3 section 5): one to three capital
 * letters, or {@link #UNKNOWN}. Not personal data: thousands of travellers share one.
 */
public record IssuingState(String code) {

  /** Nothing was read that could be an issuing state. */
  public static final IssuingState UNKNOWN = new IssuingState("");

  public IssuingState {
    if (!code.matches("[A-Z]{0,3}")) {
      throw new IllegalArgumentException("an issuing state is up to three capital letters");
    }
  }
}
