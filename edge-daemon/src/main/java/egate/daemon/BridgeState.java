package egate.daemon;

import egate.report.Versions;
import java.time.Duration;

/** Where a bridge is in its life. Times are monotonic, since the loop's start. */
sealed interface BridgeState {

  /** The process was asked for and has not connected. */
  record Starting(Duration killAt) implements BridgeState {}

  /** Known answers over the whole path; it has no device open. */
  record Rehearsing(Duration killAt) implements BridgeState {}

  /** Rehearsed; waits for its traveller, without a device. */
  record Spare(Versions versions) implements BridgeState {}

  /**
   * Sole owner of the devices.
   *
   * @param silentAt when it is dead for want of a report on its devices' health
   */
  record Serving(ServiceStep step, Duration silentAt) implements BridgeState {}

  /**
   * Told to end, or failing; it clears the devices.
   *
   * @param step the step that was cut short: what was sent before the order arrived is no lie
   */
  record Ending(ServiceStep step, Duration killAt) implements BridgeState {}

  /** Ended or killed; not yet reaped, so that it may still hold the devices. */
  record Dead() implements BridgeState {}
}
