package egate.daemon;

import egate.gate.Timings;

/** What a loop is made of. */
record LoopParts(
    EventQueue queue,
    GateHardware hardware,
    BridgeSupervisor supervisor,
    PassageBook book,
    Timings timings,
    MonotonicClock clock,
    EventLog log) {}
