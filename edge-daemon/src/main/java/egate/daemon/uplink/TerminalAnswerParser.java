package egate.daemon.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import egate.report.Order;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"request":N,"signature":"HEX"}}: these two fields in any order, each once, nothing
 * else. Whatever differs is no answer.
 */
final class TerminalAnswerParser {
  /** The longest signature in hexadecimal, and what is around it. */
  static final int BYTES_MAX = 2 * Order.TerminalSignature.BYTES_MAX + 128;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private @Nullable Long request;
  private byte @Nullable [] signature;

  private TerminalAnswerParser() {}

  static Optional<TerminalAnswer> parse(byte[] message) {
    if (message.length > BYTES_MAX) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(message)) {
      return new TerminalAnswerParser().read(json);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<TerminalAnswer> read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (!readField(json)) {
        return Optional.empty();
      }
    }
    boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    return whole && request != null && signature != null
        ? Optional.of(new TerminalAnswer(request, signature))
        : Optional.empty();
  }

  private boolean readField(JsonParser json) throws IOException {
    String name = json.currentName();
    JsonToken value = json.nextToken();
    if (name.equals("request") && value == JsonToken.VALUE_NUMBER_INT) {
      request = json.getLongValue();
      return true;
    }
    if (name.equals("signature") && value == JsonToken.VALUE_STRING) {
      signature = HexFormat.of().parseHex(json.getText());
      return signature.length <= Order.TerminalSignature.BYTES_MAX;
    }
    return false;
  }
}
