package egate.daemon.config;

import egate.gate.Topology;
import egate.report.DocumentPolicy;
import java.util.Optional;

/**
 * One kind of gate, as its YAML file describes it.
 *
 * @param name {@code [a-z0-9-]{1,32}}
 * @param version 1..2,147,483,647; rises with each change and is reported with each result
 * @param production whether doors are real: simulated lines and overrides are refused
 * @param gate the gate's name upstream, {@code [A-Z0-9-]{1,32}}
 * @param topology how the gate is built
 * @param lines GPIO lines
 * @param devices serial devices of the bridge
 * @param timings deadlines of a passage
 * @param comparison biometric policy
 * @param documents which documents open the entry
 * @param trust what documents are judged by
 * @param models pack that faces are compared with, or empty where they are not compared
 * @param terminal what chips are shown that want to know who asks, or empty where they keep their
 *     fingers
 * @param clock what keeps the wall clock by which documents are judged
 * @param credentials folder of secrets, relative to the state folder
 * @param desk the line to the officer's desk, or empty where there are key switches alone
 * @param broker where results go, or empty where they are only buffered
 * @param updates whose signed updates are taken, or empty where none are
 * @param diagnosticsPort loopback port, 0..65,535; zero takes any free one
 */
public record HardwareProfile(
    String name,
    int version,
    boolean production,
    String gate,
    Topology topology,
    GateLines lines,
    Devices devices,
    PassageTimings timings,
    ComparisonPolicy comparison,
    DocumentPolicy documents,
    Trust trust,
    Optional<Models> models,
    Optional<Terminal> terminal,
    ClockSource clock,
    String credentials,
    Optional<Desk> desk,
    Optional<Broker> broker,
    Optional<Updates> updates,
    int diagnosticsPort) {

  static final Range VERSION = Range.of(1, Integer.MAX_VALUE);
  static final Range PORT = Range.of(0, 65_535);

  /** The same gate, judging by a policy. */
  public HardwareProfile judgingBy(Policy policy) {
    return new HardwareProfile(
        name,
        version,
        production,
        gate,
        topology,
        lines,
        devices,
        timings,
        policy.comparison(),
        policy.documents(),
        trust,
        models,
        terminal,
        clock,
        credentials,
        desk,
        broker,
        updates,
        diagnosticsPort);
  }

  public HardwareProfile {
    VERSION.require("version", version);
    PORT.require("diagnosticsPort", diagnosticsPort);
    lines.wiring().requireFor(topology);
  }
}
