package egate.daemon.diagnostics;

import egate.daemon.journal.RecordStatus;
import egate.daemon.update.DataClock;
import egate.daemon.uplink.UplinkStatus;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.report.Device;
import egate.report.Health;
import egate.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running gate at one moment; immutable. It has no field for a traveller or a passage.
 *
 * @param gate phase, lamp, doors and zone
 * @param devices what was last heard of each
 * @param uplink how results get away, and how many wait
 * @param record how journal and disk do
 * @param lastSequence sequence of the last result on record
 * @param today results since midnight UTC, as far as this daemon saw them
 * @param terminal how long chips that want to know who asks show their fingers; empty where none of
 *     it is configured
 * @param clock what the time is, and who says so
 * @param data how old each list is that documents are judged by
 */
public record Status(
    GateState gate,
    Map<Device, Health> devices,
    List<BridgeStatus> bridges,
    HandoverStatus handovers,
    UplinkStatus uplink,
    RecordStatus record,
    long lastSequence,
    Map<Outcome, Integer> today,
    Optional<Report.TerminalClock> terminal,
    ClockStatus clock,
    List<DataClock> data,
    RunningVersions versions) {}
