package egate.daemon.diagnostics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import egate.daemon.journal.RecordStatus;
import egate.daemon.update.DataClock;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.report.Device;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A status as one JSON object on one line; the fields' order is fixed. */
public final class StatusJson {
  private static final JsonFactory JSON = new JsonFactory();

  private StatusJson() {}

  static String of(Status status) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      writeGate(json, status.gate());
      writeDevices(json, status);
      writeBridges(json, status);
      writeUplink(json, status);
      writeRecord(json, status.record());
      writeToday(json, status);
      writeTerminal(json, status);
      writeClock(json, status.clock());
      writeData(json, status.data(), status.clock().time());
      writeVersions(json, status.versions());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.append('\n').toString();
  }

  private static void writeGate(JsonGenerator json, GateState gate) throws IOException {
    json.writeStringField("phase", name(gate.phase()));
    json.writeStringField("lamp", name(gate.lamp()));
    json.writeStringField("entry", name(gate.entry()));
    json.writeStringField("exit", name(gate.exit()));
    json.writeStringField("zone", name(gate.zone()));
    json.writeBooleanField("emergency", gate.emergency());
  }

  private static void writeDevices(JsonGenerator json, Status status) throws IOException {
    json.writeObjectFieldStart("devices");
    for (Device device : Device.values()) {
      var health = status.devices().get(device);
      json.writeStringField(name(device), health == null ? "unknown" : name(health));
    }
    json.writeEndObject();
  }

  private static void writeBridges(JsonGenerator json, Status status) throws IOException {
    json.writeArrayFieldStart("bridges");
    for (BridgeStatus bridge : status.bridges()) {
      json.writeStartObject();
      json.writeNumberField("number", bridge.number());
      json.writeNumberField("pid", bridge.pid());
      json.writeStringField("state", bridge.state());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("handover_ms");
    json.writeNumberField("last", status.handovers().last());
    json.writeNumberField("longest", status.handovers().longest());
    json.writeEndObject();
  }

  private static void writeUplink(JsonGenerator json, Status status) throws IOException {
    json.writeNumberField("last_sequence", status.lastSequence());
    json.writeNumberField("queue_depth", status.uplink().depth());
    json.writeObjectFieldStart("uplink");
    json.writeBooleanField("connected", status.uplink().connected());
    json.writeStringField("why", status.uplink().why());
    json.writeNumberField("acknowledged", status.uplink().acknowledged());
    json.writeEndObject();
  }

  private static void writeRecord(JsonGenerator json, RecordStatus record) throws IOException {
    json.writeObjectFieldStart("record");
    json.writeStringField("full", record.full());
    json.writeStringField("trouble", record.trouble());
    json.writeArrayFieldStart("alarms");
    for (String alarm : record.alarms()) {
      json.writeString(alarm);
    }
    json.writeEndArray();
    json.writeNumberField("free_bytes", record.freeBytes());
    json.writeNumberField("journal_bytes", record.journalBytes());
    json.writeNumberField("signed_entry", record.signedOrder());
    json.writeNumberField("anchored_entry", record.anchoredOrder());
    json.writeNumberField("unsigned_entries", record.unsigned());
    json.writeNumberField("written_bytes", record.writtenBytes());
    json.writeNumberField("disk_bytes", record.diskBytes());
    json.writeNumberField("disk_bytes_per_passage", record.diskBytesPerPassage());
    json.writeNumberField("telemetry_depth", record.telemetryDepth());
    json.writeEndObject();
  }

  private static void writeToday(JsonGenerator json, Status status) throws IOException {
    json.writeObjectFieldStart("today");
    json.writeNumberField(
        "passages", status.today().values().stream().mapToInt(Integer::intValue).sum());
    for (Outcome outcome : Outcome.values()) {
      json.writeNumberField(name(outcome), status.today().getOrDefault(outcome, 0));
    }
    json.writeEndObject();
  }

  /** A clock: when it has run out, chips that want to know who asks keep their fingers. */
  private static void writeTerminal(JsonGenerator json, Status status) throws IOException {
    if (status.terminal().isPresent()) {
      json.writeObjectFieldStart("terminal");
      json.writeBooleanField("ready", status.terminal().get().ready());
      json.writeNumberField("days_left", status.terminal().get().daysLeft());
      json.writeEndObject();
    }
  }

  private static void writeClock(JsonGenerator json, ClockStatus clock) throws IOException {
    json.writeObjectFieldStart("clock");
    json.writeStringField("time", clock.time().toString());
    json.writeStringField("quality", name(clock.quality()));
    json.writeBooleanField("trusted", clock.trusted());
    json.writeStringField("not_before", clock.notBefore().toString());
    json.writeEndObject();
  }

  /** The clocks alone, as an observation for central. */
  public static String clocks(ClockStatus clock, List<DataClock> data) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("event", "clocks");
      writeClock(json, clock);
      writeData(json, data, clock.time());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  private static void writeData(JsonGenerator json, List<DataClock> data, Instant now)
      throws IOException {
    json.writeArrayFieldStart("data");
    for (DataClock clock : data) {
      json.writeStartObject();
      json.writeStringField("name", clock.name());
      json.writeStringField("issued", clock.issued().toString());
      json.writeStringField("limit", clock.limit().toString());
      json.writeNumberField("age_days", clock.ageDays(now));
      json.writeNumberField("left_days", clock.leftDays(now));
      json.writeBooleanField("over", clock.isOverAt(now));
      json.writeStringField("stops", clock.stops());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeVersions(JsonGenerator json, RunningVersions versions)
      throws IOException {
    json.writeObjectFieldStart("versions");
    json.writeStringField("gate", versions.gate());
    json.writeStringField("software", versions.software());
    json.writeNumberField("trust", versions.trust());
    json.writeNumberField("models", versions.models());
    json.writeStringField("profile_name", versions.profileName());
    json.writeNumberField("profile", versions.profile());
    json.writeStringField("jvm", versions.jvm());
    json.writeEndObject();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
