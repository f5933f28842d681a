package egate.daemon.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"epoch":"UUID","sequence":N}}, or with {@code order} for heads: these two fields in
 * any order, each once, nothing else. Whatever differs is no acknowledgement.
 */
final class AcknowledgementParser {
  /** Longest message that is looked at; a real one has less than a hundred bytes. */
  static final int BYTES_MAX = 256;

  private static final int UUID_LENGTH = 36;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String field;
  private @Nullable UUID epoch;
  private @Nullable Long number;

  private AcknowledgementParser(String field) {
    this.field = field;
  }

  /** Of results. */
  static Optional<Acknowledgement> parse(byte[] message) {
    return parse(message, "sequence");
  }

  /** Of a head. */
  static Optional<Acknowledgement> parseOfHead(byte[] message) {
    return parse(message, "order");
  }

  private static Optional<Acknowledgement> parse(byte[] message, String field) {
    if (message.length > BYTES_MAX) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(message)) {
      return new AcknowledgementParser(field).read(json);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Acknowledgement> read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (!readField(json)) {
        return Optional.empty();
      }
    }
    boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    return whole && epoch != null && number != null
        ? Optional.of(new Acknowledgement(epoch, number))
        : Optional.empty();
  }

  private boolean readField(JsonParser json) throws IOException {
    String name = json.currentName();
    JsonToken value = json.nextToken();
    if (name.equals("epoch") && value == JsonToken.VALUE_STRING) {
      epoch = uuid(json.getText());
      return true;
    }
    if (name.equals(field) && value == JsonToken.VALUE_NUMBER_INT) {
      number = json.getLongValue();
      return number >= 0;
    }
    return false;
  }

  /** {@link UUID#fromString} alone would take shortened ones. */
  private static UUID uuid(String text) {
    if (text.length() != UUID_LENGTH) {
      throw new IllegalArgumentException("no UUID");
    }
    return UUID.fromString(text);
  }
}
