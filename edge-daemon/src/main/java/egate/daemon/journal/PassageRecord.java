package egate.daemon.journal;

import egate.report.Reason;
import egate.report.Report;
import egate.report.Versions;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is known of one passage and ends in its one result. It takes only reports, which
 * have no field for personal data. For one thread.
 */
public final class PassageRecord {
  private final long passage;
  private final Map<Phase, Integer> phaseMillis = new EnumMap<>(Phase.class);
  private final Set<Reason> failures = EnumSet.noneOf(Reason.class);
  private Versions versions = new Versions(0, 0, 0);
  private Report.@Nullable DocumentChecked document;
  private Report.@Nullable TravellerCompared comparison;

  /**
   * A passage of which nothing is known yet.
   *
   * @param passage its number, 1 or more
   */
  public PassageRecord(long passage) {
    this.passage = passage;
  }

  /** Notes by which data the bridge judges, as its {@link Report.Ready} said. */
  public void judgedBy(Versions versions) {
    this.versions = versions;
  }

  /** Notes the verdict on the document. */
  public void documentChecked(Report.DocumentChecked checked) {
    document = checked;
  }

  /** Notes the verdict on the traveller. */
  public void travellerCompared(Report.TravellerCompared compared) {
    comparison = compared;
  }

  /** Notes why the bridge could not go on. */
  public void failed(Report.Failed failed) {
    failures.add(failed.reason());
  }

  /**
   * Notes how long a phase took; the last value counts.
   *
   * @param millis monotonic time, 0..{@link Integer#MAX_VALUE}
   */
  public void phase(Phase phase, int millis) {
    phaseMillis.put(phase, millis);
  }

  /** The result, ready to be appended to the journal. */
  public JournalEntry.PassageResult end(Origin origin, Ending ending) {
    String json = ResultJson.of(origin, ending, this);
    return new JournalEntry.PassageResult(ending.wallMillis(), passage, ending.sequence(), json);
  }

  long passage() {
    return passage;
  }

  Versions versions() {
    return versions;
  }

  Report.@Nullable DocumentChecked document() {
    return document;
  }

  Report.@Nullable TravellerCompared comparison() {
    return comparison;
  }

  int phaseMillis(Phase phase) {
    return phaseMillis.getOrDefault(phase, 0);
  }

  /** The bridge's reasons against the document. */
  Stream<Reason> documentReasons() {
    return document == null ? Stream.of() : document.causes().stream();
  }

  /** The bridge's reasons against the traveller. */
  Stream<Reason> comparisonReasons() {
    return comparison == null ? Stream.of() : comparison.causes().stream();
  }

  /** Why the bridge could not go on. */
  Stream<Reason> failures() {
    return failures.stream();
  }
}
