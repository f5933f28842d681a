/**
 * The gate as a pure function: {@link egate.gate.Gate#next} takes a state, an event and the time,
 * and returns a state and commands.
 *
 * <p>Deliberately absent: threads, clocks, files, GPIO (see {@code egate.gate.gpio}), documents and
 * biometrics. Of the topologies the segregated two-step gate (see {@link egate.gate.Topology}).
 */
package egate.gate;
