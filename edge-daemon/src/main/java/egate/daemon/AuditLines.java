package egate.daemon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import egate.daemon.journal.AuditReport;
import egate.daemon.journal.HeadJson;
import egate.daemon.journal.SignedHead;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An audit's report, for people or as a JSON object. */
final class AuditLines {
  private static final JsonFactory JSON = new JsonFactory();

  private AuditLines() {}

  static String text(AuditReport report) {
    StringBuilder text = new StringBuilder();
    report.findings().forEach(finding -> text.append("WRONG  ").append(finding).append('\n'));
    text.append(
        "%s: entries %d to %d in %d segments, %d signed heads, %d entries not signed yet%n"
            .formatted(
                report.intact() ? "intact" : "NOT INTACT",
                report.firstOrder(),
                report.lastOrder(),
                report.segments(),
                report.heads(),
                report.unsigned()));
    SignedHead head = report.lastHead();
    if (head != null) {
      text.append(
          "last signed head: entry %d, result %d, signed %s, chain %s%n"
              .formatted(
                  head.order(),
                  head.sequence(),
                  Instant.ofEpochMilli(head.wallMillis()),
                  head.chain()));
    }
    text.append(anchored(report.anchor()));
    return text.toString();
  }

  private static String anchored(@Nullable SignedHead anchor) {
    return anchor == null
        ? "no anchor: nobody can tell whether the end was cut off%n".formatted()
        : "anchor: central keeps the head over entry %d%n".formatted(anchor.order());
  }

  static String json(AuditReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeBooleanField("intact", report.intact());
      json.writeArrayFieldStart("findings");
      for (String finding : report.findings()) {
        json.writeString(finding);
      }
      json.writeEndArray();
      json.writeNumberField("segments", report.segments());
      json.writeNumberField("first_entry", report.firstOrder());
      json.writeNumberField("last_entry", report.lastOrder());
      json.writeNumberField("heads", report.heads());
      json.writeNumberField("unsigned", report.unsigned());
      SignedHead head = report.lastHead();
      if (head != null) {
        json.writeFieldName("last_head");
        json.writeRawValue(HeadJson.of(head));
      }
      if (report.anchor() != null) {
        json.writeNumberField("anchor_entry", report.anchor().order());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.append('\n').toString();
  }
}
