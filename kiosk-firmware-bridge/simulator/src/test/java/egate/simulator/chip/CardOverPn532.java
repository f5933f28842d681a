package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/** A listed chip, reached through InDataExchange. */
final class CardOverPn532 {
  private static final HexFormat HEX = HexFormat.of();

  private final Pn532Device device;
  private final RecordedLine line;
  private int parts;

  CardOverPn532(Pn532Device device, RecordedLine line) {
    this.device = device;
    this.line = line;
  }

  byte[] transmit(byte[] command) {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    String next = "4001" + HEX.formatHex(command);
    while (true) {
      device.receive(HostFrames.command(next));
      List<String> frames = line.take();
      assertEquals("ACK", frames.getFirst());
      String answer = frames.getLast();
      response.writeBytes(HEX.parseHex(answer.substring(6)));
      parts++;
      if (answer.startsWith("D54100")) {
        return response.toByteArray();
      }
      assertEquals("D54140", answer.substring(0, 6));
      next = "4001";
    }
  }

  /** Responses so far. */
  int parts() {
    return parts;
  }
}
