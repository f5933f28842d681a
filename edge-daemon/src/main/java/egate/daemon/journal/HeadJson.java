package egate.daemon.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A signed head as the JSON object that goes upstream, and comes back as an auditor's anchor. */
public final class HeadJson {
  /** Longest text that is looked at; a real one has about four hundred characters. */
  private static final int CHARS_MAX = 1_024;

  private static final int FIELDS = 7;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private HeadJson() {}

  /** One line; the fields' order is fixed. */
  public static String of(SignedHead head) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("epoch", head.epoch().toString());
      json.writeNumberField("order", head.order());
      json.writeStringField("chain", head.chain().hex());
      json.writeNumberField("sequence", head.sequence());
      json.writeStringField("results", head.results().hex());
      json.writeNumberField("time_ms", head.wallMillis());
      json.writeStringField("signature", head.signature());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  /** Reads exactly these fields in any order; whatever differs is no head. */
  public static Optional<SignedHead> parse(String text) {
    if (text.length() > CHARS_MAX) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(text)) {
      return head(fields(json));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(JsonParser json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (!json.nextToken().isScalarValue()) {
        throw new IllegalArgumentException("no plain value");
      }
      fields.put(name, json.getText());
    }
    if (json.nextToken() != null) {
      throw new IllegalArgumentException("more than an object");
    }
    return fields;
  }

  private static Optional<SignedHead> head(Map<String, String> fields) {
    if (fields.size() != FIELDS) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedHead(
            UUID.fromString(field(fields, "epoch")),
            Long.parseLong(field(fields, "order")),
            ChainHash.parse(field(fields, "chain")),
            Long.parseLong(field(fields, "sequence")),
            ChainHash.parse(field(fields, "results")),
            Long.parseLong(field(fields, "time_ms")),
            field(fields, "signature")));
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }
}
