package egate.report;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which documents open the entry. A check that passed opens; one that failed does not, whatever is
 * written here; any other verdict refers to the officer unless it is tolerated.
 *
 * @param states issuing states whose documents may use the gate, at most 64; empty for all
 * @param minimumAge of the holder in years, 0..99
 * @param tolerated at most 32 verdicts that open nevertheless
 */
public record DocumentPolicy(Set<IssuingState> states, int minimumAge, Set<Tolerance> tolerated) {
  /** The core of a passport's authenticity; nothing opens for a document without these. */
  public static final Set<Check> CORE =
      Collections.unmodifiableSet(
          EnumSet.of(
              Check.MRZ_CONSISTENT,
              Check.SOD_SIGNATURE,
              Check.CERTIFICATE_CHAIN,
              Check.DATA_GROUP_HASHES,
              Check.MRZ_EQUALS_DG1,
              Check.VALIDITY));

  /**
   * What holds where a profile says nothing: adults of all states, and five tolerances. A chip that
   * its issuer gave no key cannot prove that it is no copy; comparison with the traveller remains.
   * A chip that knows no CVCA of the gate's keeps its fingers; the face remains to be compared.
   * Many states publish no revocation list; one that is too old refers. No stop list is connected.
   */
  public static final DocumentPolicy STANDARD =
      new DocumentPolicy(
          Set.of(),
          18,
          Set.of(
              new Tolerance(Check.CHIP_AUTHENTICATION, Verdict.NOT_SUPPORTED),
              new Tolerance(Check.ACTIVE_AUTHENTICATION, Verdict.NOT_SUPPORTED),
              new Tolerance(Check.TERMINAL_AUTHENTICATION, Verdict.NOT_SUPPORTED),
              new Tolerance(Check.SIGNER_REVOCATION, Verdict.NOT_SUPPORTED),
              new Tolerance(Check.STOP_LIST, Verdict.NOT_SUPPORTED)));

  private static final int STATES_MAX = 64;
  private static final int TOLERATED_MAX = 32;

  public DocumentPolicy {
    states = Collections.unmodifiableSet(new LinkedHashSet<>(states));
    tolerated = Collections.unmodifiableSet(new LinkedHashSet<>(tolerated));
    Ranges.check("states", states.size(), 0, STATES_MAX);
    Ranges.check("minimumAge", minimumAge, 0, 99);
    Ranges.check("tolerated", tolerated.size(), 0, TOLERATED_MAX);
    if (states.contains(IssuingState.UNKNOWN)) {
      throw new IllegalArgumentException("an unknown state cannot be eligible");
    }
  }

  public boolean tolerates(CheckResult result) {
    return tolerated.stream()
        .anyMatch(t -> t.check() == result.check() && t.verdict() == result.verdict());
  }

  public boolean isFor(IssuingState state) {
    return states.isEmpty() || states.contains(state);
  }
}
