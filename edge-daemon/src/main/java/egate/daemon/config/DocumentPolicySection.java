package egate.daemon.config;

import egate.report.Check;
import egate.report.DocumentPolicy;
import egate.report.IssuingState;
import egate.report.Tolerance;
import egate.report.Verdict;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The section {@code documents}: which documents open the entry. */
final class DocumentPolicySection {
  private static final Range AGE = Range.of(0, 99);
  private static final String ALL = "all";

  /** Up to 64 states, as the MRZ codes them, with a space between; or all. */
  private static final Pattern STATES = Pattern.compile("all|[A-Z]{1,3}( [A-Z]{1,3}){0,63}");

  private static final Pattern VERDICTS =
      Pattern.compile(
          "(not-supported|undetermined|aborted)( (not-supported|undetermined|aborted))*");

  private DocumentPolicySection() {}

  /** The standard policy where the section is left out. */
  static DocumentPolicy read(Optional<Section> optional) throws ProfileException {
    if (optional.isEmpty()) {
      return DocumentPolicy.STANDARD;
    }
    Section section = optional.get();
    Set<IssuingState> states = states(section.text("states", STATES));
    int minimumAge = section.integer("minimum-age", AGE);
    Set<Tolerance> tolerated = tolerated(section.section("tolerated"));
    section.done();
    return new DocumentPolicy(states, minimumAge, tolerated);
  }

  private static Set<IssuingState> states(String text) {
    Set<IssuingState> states = new LinkedHashSet<>();
    for (String state : text.equals(ALL) ? new String[0] : text.split(" ")) {
      states.add(new IssuingState(state));
    }
    return states;
  }

  /** A check of the core is no key here: nothing can be tolerated about it. */
  private static Set<Tolerance> tolerated(Section section) throws ProfileException {
    Set<Tolerance> tolerated = new LinkedHashSet<>();
    for (Check check : Check.values()) {
      if (!DocumentPolicy.CORE.contains(check)) {
        Optional<String> verdicts = section.optionalText(key(check), VERDICTS);
        for (String verdict : verdicts.isEmpty() ? new String[0] : verdicts.get().split(" ")) {
          tolerated.add(new Tolerance(check, verdict(verdict)));
        }
      }
    }
    section.done();
    return tolerated;
  }

  private static String key(Check check) {
    return check.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Verdict verdict(String key) {
    return Verdict.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
