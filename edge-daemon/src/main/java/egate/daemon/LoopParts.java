package egate.daemon;

import egate.gate.Timings;
import egate.gate.Topology;
import java.time.Duration;

/**
 * What a loop is made of.
 *
 * @param documentLeft after how long a document in the reader counts as left behind
 */
record LoopParts(
    EventQueue queue,
    GateHardware hardware,
    BridgeSupervisor supervisor,
    PassageBook book,
    Topology topology,
    Timings timings,
    Duration documentLeft,
    MonotonicClock clock,
    EventLog log) {}
