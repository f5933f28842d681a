package egate.bridge;

import egate.inspection.TrustStore;
import egate.inspection.TrustStoreCorruptException;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * A whole passage out of memory, with known answers: the self-test of everything between wire and
 * verdict, and the warm-up that lets the first traveller be served as fast as the tenth.
 */
public final class Rehearsal {
  private final RehearsalScript script;

  private Rehearsal(RehearsalScript script) {
    this.script = script;
  }

  /** The rehearsal that is built in. */
  public static Rehearsal load() throws RehearsalException {
    try {
      return new Rehearsal(RehearsalScript.builtIn());
    } catch (IOException e) {
      throw new RehearsalException("its script cannot be read");
    }
  }

  /** Recorded passages of a folder, in the order of their names. */
  static List<Path> recorded(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static Rehearsal of(Path file) throws IOException {
    return new Rehearsal(RehearsalScript.of(file));
  }

  /**
   * Rehearses; returns only if every known answer was given.
   *
   * @return processor time that it took, 0..600,000 ms
   */
  public int rehearse(LongSupplier nanos) throws RehearsalException, InterruptedException {
    Duration before = processorTime();
    playOnce(nanos);
    try {
      requireReferred(play(TrustStore.of(1, List.of()), nanos));
    } catch (TrustStoreCorruptException | IOException e) {
      throw new RehearsalException(e.getClass().getSimpleName());
    }
    return millisSince(before);
  }

  /**
   * One passage of a genuine traveller.
   *
   * @return processor time that it took, 0..600,000 ms
   */
  int playOnce(LongSupplier nanos) throws RehearsalException, InterruptedException {
    Duration before = processorTime();
    try {
      requireAccepted(play(TrustStore.parse(script.trust()), nanos));
    } catch (TrustStoreCorruptException | IOException e) {
      throw new RehearsalException(e.getClass().getSimpleName());
    }
    return millisSince(before);
  }

  private static int millisSince(Duration before) {
    return (int) Math.min(600_000, processorTime().minus(before).toMillis());
  }

  private List<Report> play(TrustStore trust, LongSupplier nanos)
      throws IOException, InterruptedException {
    return RehearsedPassage.play(
        trust,
        script.today(),
        new SplittableRandom(script.seed()),
        nanos,
        device -> new ReplayLine(script.exchanges(device)));
  }

  private static void requireAccepted(List<Report> reports) throws RehearsalException {
    boolean document =
        reports.stream()
            .anyMatch(
                r -> r instanceof Report.DocumentChecked c && c.judgement() == Judgement.ACCEPTED);
    boolean traveller =
        reports.stream()
            .anyMatch(
                r ->
                    r instanceof Report.TravellerCompared c && c.judgement() == Judgement.ACCEPTED);
    if (!document || !traveller) {
      throw new RehearsalException("a genuine traveller was not accepted");
    }
  }

  /** A rehearsal that could only say yes would be no test: without the issuer it must not. */
  private static void requireReferred(List<Report> reports) throws RehearsalException {
    boolean referred =
        reports.stream()
            .anyMatch(
                r ->
                    r instanceof Report.DocumentChecked c
                        && c.judgement() == Judgement.REFERRED
                        && c.causes().equals(List.of(Reason.ISSUER_UNKNOWN)));
    if (!referred) {
      throw new RehearsalException("a document of an unknown issuer was not referred");
    }
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
