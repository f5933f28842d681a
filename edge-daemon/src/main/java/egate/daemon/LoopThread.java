package egate.daemon;

import egate.gate.gpio.Urgency;
import egate.report.Reason;
import egate.report.Report;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Runs a loop on its thread and follows it: to the first bridge's answer, then to its end. */
final class LoopThread {
  private final EventQueue queue;
  private final Path trustStore;
  private final EventLog log;

  LoopThread(EventQueue queue, Path trustStore, EventLog log) {
    this.queue = queue;
    this.log = log;
    this.trustStore = trustStore;
  }

  /**
   * Returns when the loop has ended, its locks at rest.
   *
   * @param serving called once the first bridge is ready
   * @throws StartException when the first bridge can not work
   */
  void run(EdgeLoop loop, CompletableFuture<FirstAnswer> answer, Runnable serving)
      throws StartException {
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            () -> runUrgently(loop), task -> Thread.ofPlatform().name("loop").start(task));
    CompletableFuture.anyOf(end, answer).join();
    Optional<String> complaint = answer.isDone() ? complaint(answer.join()) : Optional.empty();
    if (complaint.isPresent() && !queue.closed()) {
      queue.close();
      end.join();
      throw new StartException(complaint.get());
    }
    serving.run();
    end.join();
  }

  private void runUrgently(EdgeLoop loop) {
    if (!Urgency.take()) {
      log.notUrgent();
    }
    loop.run();
  }

  private Optional<String> complaint(FirstAnswer answer) {
    return switch (answer) {
      case FirstAnswer.Rehearsed _ -> Optional.empty();
      case FirstAnswer.CannotWork(Report.Failed failed) -> Optional.of(cannotWork(failed));
      case FirstAnswer.Died(Death death) ->
          Optional.of("the first bridge died before it was ready (" + death + "); see the log");
      case FirstAnswer.NotLaunched(String why) -> Optional.of(why);
    };
  }

  private String cannotWork(Report.Failed failed) {
    return switch (failed.reason()) {
      case TRUST_STORE_CORRUPT -> "trust store " + trustStore + " is corrupt; import it again";
      case TRUST_STORE_MISSING -> "trust store " + trustStore + " is missing; import one";
      case Reason reason ->
          "the first bridge failed its rehearsal: "
              + reason
              + " in "
              + failed.component()
              + " at line "
              + failed.line()
              + "; install the gate's software again";
    };
  }
}
