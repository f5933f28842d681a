package egate.daemon;

import egate.gate.GateState;
import egate.gate.Timings;
import egate.gate.Topology;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a loop is made of.
 *
 * @param officer calls somebody to the gate; must not wait
 * @param documentLeft after how long a document in the reader counts as left behind
 */
record LoopParts(
    EventQueue queue,
    GateHardware hardware,
    BridgeSupervisor supervisor,
    Consumer<GateState.Phase> officer,
    PassageBook book,
    Topology topology,
    Timings timings,
    Duration documentLeft,
    MonotonicClock clock,
    EventLog log) {}
