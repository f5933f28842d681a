package egate.bridge.reader;

import egate.bridge.serial.Cuts;
import java.util.HexFormat;

/** What a PN532 says, built apart from the driver's own codec. */
final class Pn532Answers {
  static final byte[] ACK = HexFormat.of().parseHex("0000ff00ff00");

  private Pn532Answers() {}

  /** An answer to a command; extended where it must be. */
  static byte[] answer(int command, byte... data) {
    byte[] body = Cuts.join(new byte[] {(byte) 0xD5, (byte) (command + 1)}, data);
    int sum = 0;
    for (byte b : body) {
      sum += b;
    }
    byte[] tail = {(byte) -sum, 0};
    return Cuts.join(header(body.length), body, tail);
  }

  /** Acknowledgement and answer together, the answer's data in hexadecimal. */
  static byte[] acked(int command, String hex) {
    return Cuts.join(ACK, answer(command, HexFormat.of().parseHex(hex)));
  }

  private static byte[] header(int length) {
    byte high = (byte) (length >> 8);
    byte low = (byte) length;
    return length < 256
        ? new byte[] {0, 0, -1, low, (byte) -low}
        : new byte[] {0, 0, -1, -1, -1, high, low, (byte) -(high + low)};
  }
}
