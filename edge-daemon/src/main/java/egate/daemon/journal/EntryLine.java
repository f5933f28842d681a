package egate.daemon.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** One entry as a line, for people or as a JSON object. */
final class EntryLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private EntryLine() {}

  static String text(Recorded recorded) {
    return time(recorded)
        + (recorded.clock() == ClockQuality.SYNCHRONISED ? "  " : "? ")
        + recorded.order()
        + "  "
        + words(recorded.entry());
  }

  static String sealedText(long order, int key) {
    return "-".repeat(24) + "  " + order + "  sealed under data key " + key + ", which is not here";
  }

  static String sealedJson(long order, int key) {
    return "{\"entry\":%d,\"kind\":\"sealed\",\"key\":%d}".formatted(order, key);
  }

  static String json(Recorded recorded) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("entry", recorded.order());
      json.writeStringField("time", time(recorded));
      json.writeStringField("clock", Causes.name(recorded.clock()));
      writeFields(json, recorded.entry());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  private static String words(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Started started ->
          "daemon " + started.software() + " started, epoch " + started.epoch();
      case JournalEntry.PassageBegun begun -> "passage " + begun.passage() + " begins";
      case JournalEntry.Decision decision ->
          "passage " + decision.passage() + " may open the " + Causes.name(decision.door());
      case JournalEntry.Emergency emergency ->
          emergency.active() ? "emergency begins" : "emergency ends";
      case JournalEntry.Ordered ordered ->
          ordered.who()
              + " orders "
              + ordered.order()
              + " because of "
              + ordered.why()
              + (ordered.heeded() ? "" : ", which is not permitted now");
      case JournalEntry.Disturbance disturbance ->
          "line "
              + disturbance.line()
              + (disturbance.begins() ? " is " : " is no longer ")
              + disturbance.what();
      case JournalEntry.PassageResult result ->
          "passage "
              + result.passage()
              + " ends, result "
              + result.sequence()
              + ": "
              + result.json();
      case JournalEntry.Head(_, SignedHead head) ->
          "the record up to entry " + head.order() + " is signed, chain " + head.chain();
      case JournalEntry.Checkpoint(_, Standing at) ->
          "checkpoint: passage "
              + at.recovery().lastPassage()
              + ", result "
              + at.recovery().lastSequence()
              + ", acknowledged "
              + at.acknowledged();
      case JournalEntry.Acknowledged ack -> "central has every result up to " + ack.sequence();
      case JournalEntry.KeyDestroyed destroyed ->
          "data key " + destroyed.key() + " is destroyed, and what it sealed with it";
      case JournalEntry.TelemetryGap gap ->
          "observations " + gap.first() + " to " + gap.last() + " are " + Causes.name(gap.cause());
      case JournalEntry.Retired retired -> "entries up to " + retired.upTo() + " are removed";
    };
  }

  private static void writeFields(JsonGenerator json, JournalEntry entry) throws IOException {
    switch (entry) {
      case JournalEntry.Started started -> {
        json.writeStringField("kind", "started");
        json.writeStringField("epoch", started.epoch().toString());
        json.writeStringField("software", started.software());
      }
      case JournalEntry.PassageBegun begun -> {
        json.writeStringField("kind", "passage_begun");
        json.writeNumberField("passage", begun.passage());
      }
      case JournalEntry.Decision decision -> {
        json.writeStringField("kind", "decision");
        json.writeNumberField("passage", decision.passage());
        json.writeStringField("door", Causes.name(decision.door()));
      }
      case JournalEntry.Emergency emergency -> {
        json.writeStringField("kind", "emergency");
        json.writeBooleanField("active", emergency.active());
      }
      case JournalEntry.Ordered ordered -> {
        json.writeStringField("kind", "ordered");
        json.writeStringField("order", ordered.order());
        json.writeStringField("who", ordered.who());
        json.writeStringField("why", ordered.why());
        json.writeBooleanField("heeded", ordered.heeded());
      }
      case JournalEntry.Disturbance disturbance -> {
        json.writeStringField("kind", "disturbance");
        json.writeStringField("line", disturbance.line());
        json.writeStringField("what", disturbance.what());
        json.writeBooleanField("begins", disturbance.begins());
      }
      case JournalEntry.PassageResult result -> {
        json.writeStringField("kind", "result");
        json.writeNumberField("passage", result.passage());
        json.writeNumberField("sequence", result.sequence());
        json.writeFieldName("result");
        json.writeRawValue(result.json());
      }
      case JournalEntry.Head(_, SignedHead head) -> {
        json.writeStringField("kind", "head");
        json.writeFieldName("head");
        json.writeRawValue(HeadJson.of(head));
      }
      case JournalEntry.Checkpoint(_, Standing at) -> {
        json.writeStringField("kind", "checkpoint");
        json.writeNumberField("passage", at.recovery().lastPassage());
        json.writeNumberField("sequence", at.recovery().lastSequence());
        json.writeNumberField("acknowledged", at.acknowledged());
      }
      case JournalEntry.Acknowledged ack -> {
        json.writeStringField("kind", "acknowledged");
        json.writeNumberField("sequence", ack.sequence());
        json.writeStringField("results", ack.results().hex());
      }
      case JournalEntry.KeyDestroyed destroyed -> {
        json.writeStringField("kind", "key_destroyed");
        json.writeNumberField("key", destroyed.key());
      }
      case JournalEntry.TelemetryGap gap -> {
        json.writeStringField("kind", "telemetry_gap");
        json.writeNumberField("first", gap.first());
        json.writeNumberField("last", gap.last());
        json.writeStringField("cause", Causes.name(gap.cause()));
      }
      case JournalEntry.Retired retired -> {
        json.writeStringField("kind", "retired");
        json.writeNumberField("up_to", retired.upTo());
        json.writeStringField("chain", retired.chain().hex());
      }
    }
  }

  private static String time(Recorded recorded) {
    return MILLIS.format(Instant.ofEpochMilli(recorded.entry().wallMillis()));
  }
}
