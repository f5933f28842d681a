package egate.daemon.journal;

/** Everything that a gate keeps. */
public record RecordStores(Journal journal, Outbox outbox, Telemetry telemetry) {}
