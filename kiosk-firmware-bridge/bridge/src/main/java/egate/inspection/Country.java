package egate.inspection;

import egate.report.IssuingState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Matches the two-letter country of a certificate with the three-letter state of the MRZ (Doc
 * 9303-3 section 5, Doc 9303-12 section 7).
 */
final class Country {
  /** What ISO 3166-1 does not say: codes of ICAO's own, organisations, and the specimen state. */
  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          Map.entry("D", "DE"),
          Map.entry("GBD", "GB"),
          Map.entry("GBN", "GB"),
          Map.entry("GBO", "GB"),
          Map.entry("GBP", "GB"),
          Map.entry("GBS", "GB"),
          Map.entry("RKS", "KS"),
          Map.entry("EUE", "EU"),
          Map.entry("UNO", "UN"),
          Map.entry("UNA", "UN"),
          Map.entry("UNK", "UN"),
          Map.entry("XOM", "XO"),
          Map.entry("XPO", "XP"),
          Map.entry("UTO", "UT"));

  private static final Map<String, String> ISO_3166 =
      Stream.of(Locale.getISOCountries())
          .collect(
              Collectors.toUnmodifiableMap(two -> Locale.of("", two).getISO3Country(), two -> two));

  private Country() {}

  /**
   * Whether a certificate's country stands for this issuing state; empty for a state that nobody
   * knows.
   *
   * @param country two letters, or three as some issuers write; lower case is tolerated
   */
  static Optional<Boolean> matches(String country, IssuingState state) {
    String wanted = country.strip().toUpperCase(Locale.ROOT);
    if (wanted.equals(state.code())) {
      return Optional.of(true);
    }
    return Optional.ofNullable(SPECIAL.get(state.code()))
        .or(() -> Optional.ofNullable(ISO_3166.get(state.code())))
        .map(wanted::equals);
  }
}
