package egate.daemon;

import egate.daemon.journal.OutboxOpening;
import egate.daemon.update.UpdateItem;
import egate.gate.GateCommand;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.gate.Referral;
import egate.gate.gpio.SensorFault;
import egate.report.Report;
import java.time.Duration;
import org.tinylog.Logger;

/**
 * Everything that the daemon logs of its running, one method a line.
 *
 * <p>The parameters are numbers, enumerations and reports, none of which could hold personal data;
 * there is no method that takes a text from a bridge.
 */
final class EventLog {

  void bridgeLaunched(int bridge, long pid) {
    Logger.info("bridge {} launched as process {}", bridge, pid);
  }

  void bridgeSaid(int bridge, Report report) {
    switch (report) {
      case Report.Ready ready ->
          Logger.info("bridge {} rehearsed in {} ms", bridge, ready.rehearsalMillis());
      case Report.Failed(var reason, var component, int line) ->
          Logger.warn("bridge {} failed: {} in {} at line {}", bridge, reason, component, line);
      case Report.Guidance(var code) -> Logger.info("bridge {} asks: {}", bridge, code);
      case Report.DeviceHealth(var device, var health) ->
          Logger.debug("bridge {}: {} is {}", bridge, device, health);
      case Report.TerminalClock(boolean ready, int days) ->
          Logger.info(
              "bridge {}: terminal authentication {}, certificates for {} days",
              bridge,
              ready ? "ready" : "NOT READY",
              days);
      case Report.TerminalAsked(var challenge) ->
          Logger.info("bridge {} asks the terminal control centre: {}", bridge, challenge.number());
      case Report.DocumentChecked checked ->
          Logger.info("bridge {} judged the document: {}", bridge, checked.judgement());
      case Report.TravellerCompared compared ->
          Logger.info("bridge {} judged the traveller: {}", bridge, compared.judgement());
    }
  }

  void bridgeDied(int bridge, Death death, Duration wait) {
    switch (death) {
      case ORDERED, SHUTDOWN -> Logger.info("bridge {} ended: {}", bridge, death);
      default ->
          Logger.warn(
              "bridge {} died: {}; the next start waits {} ms", bridge, death, wait.toMillis());
    }
  }

  void bridgeReaped(int bridge, int exitCode) {
    Logger.info("bridge {} reaped with exit code {}", bridge, exitCode);
  }

  void updateInstalled(UpdateItem item) {
    Logger.info("update installed: {}", item);
  }

  /** The line names a source and what is wrong with what came from it. */
  void updateRefused(String line) {
    Logger.warn("update refused: {}", line);
  }

  void gateMoved(GateState.Phase from, GateState.Phase to) {
    Logger.info("gate {} -> {}", from, to);
  }

  void ordered(GateCommand.RecordOrder ordered) {
    Logger.info(
        "{} orders {} because of {}: {}",
        ordered.by().who(),
        ordered.order().key(),
        ordered.by().why(),
        ordered.heeded() ? "done" : "not permitted now");
  }

  void disturbed(SensorFault fault) {
    Logger.warn(
        "line {} {} {}",
        fault.line().key(),
        fault.begins() ? "is" : "is no longer",
        fault.kind().key());
  }

  void notRepaired() {
    Logger.warn("maintenance has ended, but a line or the record still fails: not repaired");
  }

  void notUrgent() {
    Logger.warn("the loop may not run in real time; see LimitRTPRIO in egate.service");
  }

  void stoodStill() {
    Logger.warn("the loop stood still: the relay board has dropped the locks");
  }

  void officerCalled(GateState.Phase phase) {
    Logger.warn("the officer is called: {}", phase);
  }

  void passageEnded(long sequence, Outcome outcome, Referral cause) {
    Logger.info("result {}: {} {}", sequence, outcome, cause);
  }

  /** The line names a file and an error of the operating system. */
  void recordFailed(String line) {
    Logger.error("out of service: {}", line);
  }

  /** The line names a GPIO line and an error of its driver. */
  void linesFailed(String line) {
    Logger.error("out of service: {}", line);
  }

  void serving(String profile, int version, int port) {
    Logger.info("serving profile {} version {}, diagnostics on port {}", profile, version, port);
  }

  void stopped() {
    Logger.info("locks at rest, bridges dead");
  }

  void tailCut(int bytes) {
    Logger.warn("journal: {} bytes of an append that was cut short were taken off", bytes);
  }

  void outboxOpened(OutboxOpening opening) {
    if (opening.quarantine() != null) {
      Logger.error(
          "outbox: its database was damaged; it is kept in {} and rebuilt from the journal",
          opening.quarantine());
    }
    if (opening.healed() > 0) {
      Logger.warn("outbox: {} results came from the journal", opening.healed());
    }
  }

  void record(String line) {
    Logger.warn("record: {}", line);
  }
}
