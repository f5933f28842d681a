package egate.daemon;

import egate.report.Order;
import egate.report.Report;
import java.nio.channels.ByteChannel;

/** What happened to a bridge; each carries the number that the supervisor gave it. */
sealed interface BridgeEvent {
  int bridge();

  /** The process runs. */
  record Launched(int bridge, BridgeProcess process) implements BridgeEvent {}

  /** No process came to be. */
  record LaunchFailed(int bridge, String why) implements BridgeEvent {}

  /** The process opened its channel and rehearses. */
  record Connected(int bridge, ByteChannel channel) implements BridgeEvent {}

  /**
   * It said something that has the form of a report; whether it may say it now is not yet known.
   */
  record Reported(int bridge, Report report) implements BridgeEvent {}

  /** The terminal control centre has answered, with nothing where it refuses. */
  record TerminalAnswered(int bridge, Order.TerminalSignature order) implements BridgeEvent {}

  /** It said something that is no report. */
  record Babbled(int bridge) implements BridgeEvent {}

  /** Its channel has ended. */
  record HungUp(int bridge) implements BridgeEvent {}

  /** The process is dead and reaped. */
  record Exited(int bridge, int exitCode) implements BridgeEvent {}
}
