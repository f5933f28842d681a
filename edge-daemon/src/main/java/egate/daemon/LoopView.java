package egate.daemon;

import egate.daemon.diagnostics.BridgeStatus;
import egate.daemon.diagnostics.HandoverStatus;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.report.Device;
import egate.report.Health;
import egate.report.Versions;
import java.util.List;
import java.util.Map;

/**
 * What the loop lets others see, at one moment; immutable.
 *
 * @param today results since midnight UTC
 * @param versions by which the last bridge judges
 */
record LoopView(
    GateState gate,
    Map<Device, Health> devices,
    List<BridgeStatus> bridges,
    HandoverStatus handovers,
    Map<Outcome, Integer> today,
    long lastSequence,
    Versions versions) {}
