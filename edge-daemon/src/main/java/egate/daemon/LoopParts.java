package egate.daemon;

import egate.gate.Timings;
import egate.gate.Topology;

/** What a loop is made of. */
record LoopParts(
    EventQueue queue,
    GateHardware hardware,
    BridgeSupervisor supervisor,
    PassageBook book,
    Topology topology,
    Timings timings,
    MonotonicClock clock,
    EventLog log) {}
