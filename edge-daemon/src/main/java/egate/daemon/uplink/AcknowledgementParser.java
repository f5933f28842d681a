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
 * Reads {@code {"epoch":"UUID","sequence":N}}: these two fields in any order, each once, nothing
 * else. Whatever differs is no acknowledgement.
 */
final class AcknowledgementParser {
  /** Longest message that is looked at; a real one has less than a hundred bytes. */
  static final int BYTES_MAX = 256;

  private static final int UUID_LENGTH = 36;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private @Nullable UUID epoch;
  private @Nullable Long sequence;

  private AcknowledgementParser() {}

  static Optional<Acknowledgement> parse(byte[] message) {
    if (message.length > BYTES_MAX) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(message)) {
      return new AcknowledgementParser().read(json);
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
    return whole && epoch != null && sequence != null
        ? Optional.of(new Acknowledgement(epoch, sequence))
        : Optional.empty();
  }

  private boolean readField(JsonParser json) throws IOException {
    String name = json.currentName();
    JsonToken value = json.nextToken();
    if (name.equals("epoch") && value == JsonToken.VALUE_STRING) {
      epoch = uuid(json.getText());
      return true;
    }
    if (name.equals("sequence") && value == JsonToken.VALUE_NUMBER_INT) {
      sequence = json.getLongValue();
      return sequence >= 0;
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
