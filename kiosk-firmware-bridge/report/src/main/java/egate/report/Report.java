package egate.report;

import java.util.EnumSet;
import java.util.List;

/** What a bridge tells the daemon: everything that ever leaves it. */
public sealed interface Report {

  /**
   * Rehearsed, no device open.
   *
   * @param processId the operating system's number of the bridge process, 1 or more
   * @param rehearsalMillis processor time of the rehearsal, 0..600,000 ms
   */
  record Ready(int processId, int rehearsalMillis, Versions versions) implements Report {
    public Ready {
      Ranges.check("processId", processId, 1, Integer.MAX_VALUE);
      Ranges.check("rehearsalMillis", rehearsalMillis, 0, 600_000);
    }
  }

  /** One device's health; sent for each device every second while the bridge serves. */
  record DeviceHealth(Device device, Health health) implements Report {}

  /** What the traveller is asked to do now. */
  record Guidance(GuidanceCode code) implements Report {}

  /**
   * The document was judged.
   *
   * @param checks at most one result a check, in the order of {@link Check}
   * @param readMillis from the first sight of the document to the last byte, 0..600,000 ms
   * @param judgeMillis time spent on the verdict, 0..600,000 ms
   */
  record DocumentChecked(
      Judgement judgement,
      DocumentType type,
      IssuingState issuingState,
      AccessProtocol access,
      List<CheckResult> checks,
      int readMillis,
      int judgeMillis)
      implements Report {
    public DocumentChecked {
      checks = List.copyOf(checks);
      Ranges.check("readMillis", readMillis, 0, 600_000);
      Ranges.check("judgeMillis", judgeMillis, 0, 600_000);
      requireOrdered(checks);
      if (judgement == Judgement.ACCEPTED && !acceptable(checks)) {
        throw new IllegalArgumentException("accepted although a check says otherwise");
      }
    }

    /** Why the document was not accepted, in the order of precedence; empty when it was. */
    public List<Reason> causes() {
      return judgement == Judgement.ACCEPTED
          ? List.of()
          : checks.stream()
              .filter(c -> c.verdict() != Verdict.PASSED && c.verdict() != Verdict.NOT_SUPPORTED)
              .map(CheckResult::reason)
              .sorted()
              .distinct()
              .toList();
    }

    private static boolean acceptable(List<CheckResult> checks) {
      EnumSet<Check> missing = EnumSet.copyOf(DocumentPolicy.CORE);
      for (CheckResult result : checks) {
        if (result.verdict() == Verdict.FAILED) {
          return false;
        }
        if (result.verdict() == Verdict.PASSED) {
          missing.remove(result.check());
        }
      }
      return missing.isEmpty();
    }

    private static void requireOrdered(List<CheckResult> checks) {
      for (int i = 1; i < checks.size(); i++) {
        if (checks.get(i - 1).check().compareTo(checks.get(i).check()) >= 0) {
          throw new IllegalArgumentException("checks repeated or out of order");
        }
      }
    }
  }

  /**
   * The traveller was compared with the document.
   *
   * @param results at most one result a modality
   * @param captureMillis from the order to the last capture, 0..600,000 ms
   * @param compareMillis time spent comparing, 0..600,000 ms
   */
  record TravellerCompared(
      Judgement judgement, List<ComparisonResult> results, int captureMillis, int compareMillis)
      implements Report {
    public TravellerCompared {
      results = List.copyOf(results);
      Ranges.check("captureMillis", captureMillis, 0, 600_000);
      Ranges.check("compareMillis", compareMillis, 0, 600_000);
      if (results.stream().map(ComparisonResult::modality).distinct().count() != results.size()) {
        throw new IllegalArgumentException("a modality is reported twice");
      }
      if (judgement == Judgement.ACCEPTED && !acceptable(results)) {
        throw new IllegalArgumentException("accepted without a match, or against a non-match");
      }
    }

    /** Why the traveller was not accepted, in the order of precedence; empty when matched. */
    public List<Reason> causes() {
      return judgement == Judgement.ACCEPTED
          ? List.of()
          : results.stream()
              .map(ComparisonResult::reason)
              .filter(r -> r != Reason.NONE)
              .sorted()
              .distinct()
              .toList();
    }

    private static boolean acceptable(List<ComparisonResult> results) {
      return results.stream().anyMatch(r -> r.comparison() == Comparison.MATCH)
          && results.stream().noneMatch(r -> r.comparison() == Comparison.NON_MATCH);
    }
  }

  /**
   * How long this gate can still read the fingers of chips that want to know who asks; sent once,
   * where it has certificates for them. When it runs out, such chips keep their fingers: {@link
   * Reason#TERMINAL_CERTIFICATE_EXPIRED}.
   *
   * @param ready whether certificates and key could be opened; those chips keep their fingers if
   *     not
   * @param daysLeft until the first certificate runs out, the last day included, 0..9,999
   */
  record TerminalClock(boolean ready, int daysLeft) implements Report {
    /** More than any certificate is valid for. */
    public static final int DAYS_MAX = 9_999;

    public TerminalClock {
      Ranges.check("daysLeft", daysLeft, 0, DAYS_MAX);
    }
  }

  /** The terminal control centre is to sign; {@link Order.TerminalSignature} answers. */
  record TerminalAsked(TerminalChallenge challenge) implements Report {}

  /**
   * The bridge cannot go on; it dies after saying so. A parser's message would quote the MRZ, so a
   * failure travels as a code and a place.
   *
   * @param line source line of the innermost own frame, 0..65,535; zero when unknown
   */
  record Failed(Reason reason, Component component, int line) implements Report {
    public Failed {
      Ranges.check("line", line, 0, 65_535);
    }
  }
}
