package egate.gate;

import java.time.Duration;

/** Some rules for a gate: those of {@link Gate}, or a copy with a planted fault. */
interface Rules {
  Step next(GateState state, GateEvent event, Duration now, Timings timings);
}
