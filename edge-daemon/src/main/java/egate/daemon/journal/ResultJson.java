package egate.daemon.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import egate.report.AccessProtocol;
import egate.report.CheckResult;
import egate.report.ComparisonResult;
import egate.report.DocumentType;
import egate.report.IssuingState;
import egate.report.Report;
import egate.report.Versions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One passage's result as the JSON object that goes upstream; the fields' order is fixed. */
final class ResultJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** To the minute: finer times would help to tell travellers apart. */
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Origin origin;
  private final Ending ending;
  private final PassageRecord record;

  private ResultJson(Origin origin, Ending ending, PassageRecord record) {
    this.origin = origin;
    this.ending = ending;
    this.record = record;
  }

  static String of(Origin origin, Ending ending, PassageRecord record) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      new ResultJson(origin, ending, record).writeFields(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  private void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("gate", origin.gate());
    json.writeStringField("epoch", origin.epoch().toString());
    json.writeNumberField("sequence", ending.sequence());
    json.writeNumberField("passage", record.passage());
    json.writeStringField("time", MINUTE.format(Instant.ofEpochMilli(ending.wallMillis())));
    json.writeStringField("outcome", Causes.name(ending.outcome()));
    writeCauses(json);
    writeDocument(json);
    writeChecks(json);
    writeComparison(json);
    writePhases(json);
    json.writeBooleanField("offline", ending.offline());
    writeVersions(json);
  }

  private void writeCauses(JsonGenerator json) throws IOException {
    List<String> causes = Causes.of(ending.cause(), record);
    json.writeStringField("cause", causes.isEmpty() ? "none" : causes.getFirst());
    json.writeArrayFieldStart("causes");
    for (String cause : causes) {
      json.writeString(cause);
    }
    json.writeEndArray();
  }

  private void writeDocument(JsonGenerator json) throws IOException {
    Report.DocumentChecked document = record.document();
    json.writeObjectFieldStart("document");
    json.writeStringField(
        "type", Causes.name(document == null ? DocumentType.UNKNOWN : document.type()));
    json.writeStringField(
        "issuing_state",
        (document == null ? IssuingState.UNKNOWN : document.issuingState()).code());
    json.writeStringField(
        "access", Causes.name(document == null ? AccessProtocol.NONE : document.access()));
    json.writeEndObject();
  }

  private void writeChecks(JsonGenerator json) throws IOException {
    Report.DocumentChecked document = record.document();
    json.writeArrayFieldStart("checks");
    for (CheckResult check : document == null ? List.<CheckResult>of() : document.checks()) {
      json.writeStartObject();
      json.writeStringField("name", Causes.name(check.check()));
      json.writeStringField("verdict", Causes.name(check.verdict()));
      json.writeStringField("reason", Causes.name(check.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeComparison(JsonGenerator json) throws IOException {
    Report.TravellerCompared compared = record.comparison();
    json.writeArrayFieldStart("comparison");
    for (ComparisonResult result :
        compared == null ? List.<ComparisonResult>of() : compared.results()) {
      json.writeStartObject();
      json.writeStringField("modality", Causes.name(result.modality()));
      json.writeStringField("decision", Causes.name(result.comparison()));
      json.writeStringField("reason", Causes.name(result.reason()));
      json.writeNumberField("score", result.score());
      json.writeNumberField("threshold", result.threshold());
      json.writeNumberField("tries", result.tries());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writePhases(JsonGenerator json) throws IOException {
    Report.DocumentChecked document = record.document();
    Report.TravellerCompared compared = record.comparison();
    json.writeObjectFieldStart("phases_ms");
    json.writeNumberField("read", document == null ? 0 : document.readMillis());
    json.writeNumberField("judge", document == null ? 0 : document.judgeMillis());
    json.writeNumberField("enter", record.phaseMillis(Phase.ENTER));
    json.writeNumberField("capture", compared == null ? 0 : compared.captureMillis());
    json.writeNumberField("compare", compared == null ? 0 : compared.compareMillis());
    json.writeNumberField("leave", record.phaseMillis(Phase.LEAVE));
    json.writeNumberField("total", record.phaseMillis(Phase.TOTAL));
    json.writeEndObject();
  }

  private void writeVersions(JsonGenerator json) throws IOException {
    Versions versions = record.versions();
    json.writeObjectFieldStart("versions");
    json.writeStringField("software", origin.software());
    json.writeNumberField("trust", versions.trust());
    json.writeNumberField("models", versions.models());
    json.writeNumberField("profile", versions.profile());
    json.writeEndObject();
  }
}
