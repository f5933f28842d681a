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
    return time(recorded) + "  " + recorded.order() + "  " + words(recorded.entry());
  }

  static String json(Recorded recorded) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("entry", recorded.order());
      json.writeStringField("time", time(recorded));
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
      case JournalEntry.PassageResult result ->
          "passage "
              + result.passage()
              + " ends, result "
              + result.sequence()
              + ": "
              + result.json();
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
      case JournalEntry.PassageResult result -> {
        json.writeStringField("kind", "result");
        json.writeNumberField("passage", result.passage());
        json.writeNumberField("sequence", result.sequence());
        json.writeFieldName("result");
        json.writeRawValue(result.json());
      }
    }
  }

  private static String time(Recorded recorded) {
    return MILLIS.format(Instant.ofEpochMilli(recorded.entry().wallMillis()));
  }
}
