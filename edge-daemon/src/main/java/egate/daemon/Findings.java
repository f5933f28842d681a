package egate.daemon;

import egate.report.Report;
import egate.report.Versions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What bridges have told so far that outlives them. */
final class Findings {
  private final CompletableFuture<FirstAnswer> firstAnswer = new CompletableFuture<>();
  private final DeviceTable devices = new DeviceTable();
  private Versions versions;
  private Optional<Report.TerminalClock> terminal = Optional.empty();

  Findings(Versions atLeast) {
    this.versions = atLeast;
  }

  /** Completed, once, with what became of the first bridge. */
  CompletableFuture<FirstAnswer> firstAnswer() {
    return firstAnswer;
  }

  DeviceTable devices() {
    return devices;
  }

  /** By which data the bridge judges that was ready last. */
  Versions versions() {
    return versions;
  }

  /** How long chips that want to know who asks show their fingers; as the last bridge told. */
  Optional<Report.TerminalClock> terminal() {
    return terminal;
  }

  void note(Report report) {
    switch (report) {
      case Report.Ready ready -> {
        versions = ready.versions();
        firstAnswer.complete(new FirstAnswer.Rehearsed());
      }
      case Report.Failed failed -> {
        devices.note(failed.reason());
        firstAnswer.complete(new FirstAnswer.CannotWork(failed));
      }
      case Report.DeviceHealth(var device, var health) -> devices.put(device, health);
      case Report.TerminalClock clock -> terminal = Optional.of(clock);
      case Report.Guidance _,
          Report.TerminalAsked _,
          Report.DocumentChecked _,
          Report.TravellerCompared _ -> {
        // Of one traveller; nothing of it outlives the bridge here.
      }
    }
  }
}
