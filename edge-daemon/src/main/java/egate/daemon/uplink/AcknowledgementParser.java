package egate.daemon.uplink;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
    AcknowledgementParser parser = new AcknowledgementParser(field);
    return FlatObject.read(message, BYTES_MAX, parser::take) ? parser.result() : Optional.empty();
  }

  private Optional<Acknowledgement> result() {
    return epoch != null && number != null
        ? Optional.of(new Acknowledgement(epoch, number))
        : Optional.empty();
  }

  private boolean take(String name, JsonParser value) throws IOException {
    JsonToken token = value.currentToken();
    if (name.equals("epoch") && token == JsonToken.VALUE_STRING) {
      epoch = uuid(value.getText());
      return true;
    }
    if (name.equals(field) && token == JsonToken.VALUE_NUMBER_INT) {
      number = value.getLongValue();
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
