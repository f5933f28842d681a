package egate.daemon;

import egate.daemon.journal.Ending;
import egate.daemon.journal.JournalEntry;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.Origin;
import egate.daemon.journal.PassageRecord;
import egate.gate.Door;
import egate.gate.GateCommand;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.gate.Referral;
import egate.gate.Reporting;
import egate.gate.gpio.SensorFault;
import egate.report.Report;
import egate.report.Versions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the gate wants on record, and collects the open passage's result.
 *
 * <p>After one failure nobody knows what the disk holds, so every later write fails too.
 */
final class PassageBook {
  private final DurableLog log;
  private final Origin origin;
  private final Consumer<JournalEntry.PassageResult> results;
  private final BooleanSupplier offline;
  private final InstantSource wall;
  private final TodayCounts today = new TodayCounts();
  private BooleanSupplier full = () -> false;
  private @Nullable PassageRecord open;
  private @Nullable PassageClock clock;
  private @Nullable JournalException failure;

  PassageBook(
      DurableLog log,
      Origin origin,
      Consumer<JournalEntry.PassageResult> results,
      BooleanSupplier offline,
      InstantSource wall) {
    this.log = log;
    this.origin = origin;
    this.results = results;
    this.offline = offline;
    this.wall = wall;
  }

  /** Says by what to tell that there is no room for another result; from the loop's thread. */
  void fullWhen(BooleanSupplier record) {
    full = record;
  }

  /** Gives a passage that a restart cut short its one result; must come before anything moves. */
  void closeInterrupted(Versions versions) throws JournalException {
    var closing = log.recovery().closing(origin, versions, wall.millis());
    if (closing.isPresent()) {
      append(closing.get());
      published(closing.get(), Outcome.INTERRUPTED);
    }
  }

  void begin(long passage, Versions versions, Duration now) throws JournalException {
    append(new JournalEntry.PassageBegun(wall.millis(), passage));
    PassageRecord record = new PassageRecord(passage);
    record.judgedBy(versions);
    open = record;
    clock = new PassageClock(now);
  }

  void decide(long passage, Door door) throws JournalException {
    append(new JournalEntry.Decision(wall.millis(), passage, door));
  }

  void emergency(boolean active) throws JournalException {
    append(new JournalEntry.Emergency(wall.millis(), active));
  }

  /** Somebody at the gate ordered something. */
  void ordered(GateCommand.RecordOrder ordered) throws JournalException {
    append(
        new JournalEntry.Ordered(
            wall.millis(),
            ordered.order().key(),
            ordered.by().who(),
            ordered.by().why().name().toLowerCase(Locale.ROOT),
            ordered.heeded()));
  }

  /** A line is no longer believed, or is believed again. */
  void disturbed(SensorFault fault) throws JournalException {
    append(
        new JournalEntry.Disturbance(
            wall.millis(), fault.line().key(), fault.kind().key(), fault.begins()));
  }

  /** Whether nothing has failed to be written since the start. */
  boolean works() {
    return failure == null;
  }

  /** How results get away just now. */
  Reporting reporting() {
    if (full.getAsBoolean()) {
      return Reporting.FULL;
    }
    return offline.getAsBoolean() ? Reporting.OFFLINE : Reporting.ONLINE;
  }

  void end(Outcome outcome, Referral cause, Duration now) throws JournalException {
    requireWorking();
    if (open == null || clock == null) {
      throw new IllegalStateException("a result without a passage");
    }
    clock.ended(now, open);
    long sequence = lastSequence() + 1;
    var ending = new Ending(sequence, wall.millis(), outcome, cause, offline.getAsBoolean());
    JournalEntry.PassageResult result = open.end(origin, ending);
    append(result);
    open = null;
    published(result, outcome);
  }

  /** Notes what the bridge said of the open passage. */
  void note(Report report) {
    if (open == null) {
      return;
    }
    switch (report) {
      case Report.DocumentChecked checked -> open.documentChecked(checked);
      case Report.TravellerCompared compared -> open.travellerCompared(compared);
      case Report.Failed failed -> open.failed(failed);
      case Report.Ready _,
          Report.DeviceHealth _,
          Report.Guidance _,
          Report.TerminalClock _,
          Report.TerminalAsked _ -> {
        // No part of a result.
      }
    }
  }

  void moved(GateState.Phase from, GateState.Phase to, Duration now) {
    if (open != null && clock != null) {
      clock.moved(from, to, now, open);
    }
  }

  long lastSequence() {
    return log.recovery().lastSequence();
  }

  Map<Outcome, Integer> today() {
    return today.snapshot(wall.instant());
  }

  private void published(JournalEntry.PassageResult result, Outcome outcome) {
    today.count(outcome, wall.instant());
    results.accept(result);
  }

  private void append(JournalEntry entry) throws JournalException {
    requireWorking();
    try {
      log.append(entry);
    } catch (JournalException e) {
      failure = e;
      throw e;
    }
  }

  private void requireWorking() throws JournalException {
    if (failure != null) {
      throw failure;
    }
  }
}
