package egate.daemon;

import egate.daemon.diagnostics.BridgeStatus;
import egate.daemon.diagnostics.HandoverStatus;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.report.Device;
import egate.report.Health;
import egate.report.Report;
import egate.report.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the loop lets others see, at one moment; immutable.
 *
 * @param today results since midnight UTC
 * @param versions by which the last bridge judges
 * @param terminal how long chips that want to know who asks show their fingers
 */
record LoopView(
    GateState gate,
    Map<Device, Health> devices,
    List<BridgeStatus> bridges,
    HandoverStatus handovers,
    Map<Outcome, Integer> today,
    long lastSequence,
    Versions versions,
    Optional<Report.TerminalClock> terminal) {}
