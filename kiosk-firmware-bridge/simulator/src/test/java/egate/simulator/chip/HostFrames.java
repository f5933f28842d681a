package egate.simulator.chip;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The host's side of the PN532's frames, written for the tests from UM0701-02 alone. */
final class HostFrames {
  static final byte[] WAKE_UP = HexFormat.of().parseHex("5555" + "00".repeat(14));
  static final byte[] ACK = HexFormat.of().parseHex("0000FF00FF00");
  static final byte[] NACK = HexFormat.of().parseHex("0000FFFF0000");

  private HostFrames() {}

  static byte[] command(String hex) {
    return command(HexFormat.of().parseHex(hex));
  }

  /** A frame with D4 and this command: normal up to 255 bytes, extended beyond. */
  static byte[] command(byte[] commandAndParameters) {
    int length = 1 + commandAndParameters.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex(length > 255 ? "0000FFFFFF" : "0000FF"));
    if (length > 255) {
      out.write(length >> 8);
    }
    out.write(length);
    out.write(256 - ((length >> 8) + length) % 256);
    int sum = 0xD4;
    out.write(0xD4);
    for (byte b : commandAndParameters) {
      out.write(b);
      sum += Byte.toUnsignedInt(b);
    }
    out.write(256 - sum % 256);
    out.write(0);
    return out.toByteArray();
  }

  /** What a PN532 sent, frame by frame: "ACK", or its data from TFI on in hexadecimal digits. */
  static List<String> read(byte[] sent) {
    List<String> frames = new ArrayList<>();
    int at = 0;
    while (at < sent.length) {
      if (Arrays.equals(Arrays.copyOfRange(sent, at, at + 6), ACK)) {
        frames.add("ACK");
        at += 6;
      } else {
        boolean extended = sent[at + 3] == -1 && sent[at + 4] == -1;
        int lengthAt = extended ? at + 5 : at + 3;
        int length =
            extended
                ? Byte.toUnsignedInt(sent[lengthAt]) << 8 | Byte.toUnsignedInt(sent[lengthAt + 1])
                : Byte.toUnsignedInt(sent[lengthAt]);
        int dataAt = extended ? at + 8 : at + 5;
        requireSums(sent, lengthAt, dataAt, length);
        frames.add(HexFormat.of().withUpperCase().formatHex(sent, dataAt, dataAt + length));
        at = dataAt + length + 2;
      }
    }
    return frames;
  }

  private static void requireSums(byte[] sent, int lengthAt, int dataAt, int length) {
    int lengthSum = 0;
    for (int i = lengthAt; i < dataAt; i++) {
      lengthSum += sent[i];
    }
    int dataSum = 0;
    for (int i = dataAt; i <= dataAt + length; i++) {
      dataSum += sent[i];
    }
    if ((lengthSum & 0xFF) != 0 || (dataSum & 0xFF) != 0 || sent[dataAt + length + 1] != 0) {
      throw new AssertionError("a frame's checksums do not hold");
    }
  }
}
