package egate.daemon.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AcknowledgementParserTest {
  private static final String EPOCH = "6f1c1a52-3c4f-4f5e-9b1a-2d5c6e7f8091";
  private static final String GOOD = "{\"epoch\":\"" + EPOCH + "\",\"sequence\":12}";

  private static Optional<Acknowledgement> parse(String message) {
    return AcknowledgementParser.parse(message.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theTwoFieldsAreReadInAnyOrder() {
    var expected = Optional.of(new Acknowledgement(UUID.fromString(EPOCH), 12));
    assertEquals(expected, parse(GOOD));
    assertEquals(expected, parse(" { \"sequence\" : 12 , \"epoch\" : \"" + EPOCH + "\" } "));
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < GOOD.length(); length++) {
      assertTrue(parse(GOOD.substring(0, length)).isEmpty(), "at " + length);
    }
  }

  @Test
  void whateverElseIsRefused() {
    for (String bad :
        List.of(
            "[]",
            "null",
            "{}",
            GOOD + "x",
            GOOD + GOOD,
            GOOD.replace("12", "-1"),
            GOOD.replace("12", "1.0"),
            GOOD.replace("12", "\"12\""),
            GOOD.replace("12", "99999999999999999999"),
            GOOD.replace("12", "12,\"sequence\":13"),
            GOOD.replace("12", "12,\"more\":1"),
            GOOD.replace("12", "{\"a\":[]}"),
            GOOD.replace(EPOCH, "1-1-1-1-1"),
            GOOD.replace(EPOCH, EPOCH.replace('6', 'x')),
            GOOD + " ".repeat(AcknowledgementParser.BYTES_MAX))) {
      assertTrue(parse(bad).isEmpty(), bad);
    }
  }
}
