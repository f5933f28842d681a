package egate.daemon.uplink;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

  private @Nullable Long request;
  private byte @Nullable [] signature;

  private TerminalAnswerParser() {}

  static Optional<TerminalAnswer> parse(byte[] message) {
    TerminalAnswerParser parser = new TerminalAnswerParser();
    return FlatObject.read(message, BYTES_MAX, parser::take) ? parser.result() : Optional.empty();
  }

  private Optional<TerminalAnswer> result() {
    return request != null && signature != null
        ? Optional.of(new TerminalAnswer(request, signature))
        : Optional.empty();
  }

  private boolean take(String name, JsonParser value) throws IOException {
    JsonToken token = value.currentToken();
    if (name.equals("request") && token == JsonToken.VALUE_NUMBER_INT) {
      request = value.getLongValue();
      return true;
    }
    if (name.equals("signature") && token == JsonToken.VALUE_STRING) {
      signature = HexFormat.of().parseHex(value.getText());
      return signature.length <= Order.TerminalSignature.BYTES_MAX;
    }
    return false;
  }
}
