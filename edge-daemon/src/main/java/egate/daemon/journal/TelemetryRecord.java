package egate.daemon.journal;

/**
 * An observation on its way upstream.
 *
 * @param sequence in the telemetry's own epoch, gap-free from 1 but for gaps that the journal tells
 * @param json as it goes upstream
 */
public record TelemetryRecord(long sequence, long wallMillis, String json) {}
