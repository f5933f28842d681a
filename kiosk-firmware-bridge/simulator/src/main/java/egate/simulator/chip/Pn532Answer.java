package egate.simulator.chip;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a PN532 says to one command, and what it cost in the field. No string form. */
final class Pn532Answer {
  static final byte[] ACK = HexFormat.of().parseHex("0000FF00FF00");

  /** The command, or its parameters, are not known (UM0701-02 section 6.2.1.5). */
  private static final byte[] SYNTAX_ERROR = HexFormat.of().parseHex("0000FF01FF7F8100");

  private static final int FROM_PN532 = 0xD5;
  private static final int NORMAL_BYTES_MAX = 255;

  private final byte[] frame;
  private final int airBytes;
  private final int chipCommands;
  private final int searches;
  private final @Nullable Presence partner;

  private Pn532Answer(
      byte[] frame, int airBytes, int chipCommands, int searches, @Nullable Presence partner) {
    this.frame = frame;
    this.airBytes = airBytes;
    this.chipCommands = chipCommands;
    this.searches = searches;
    this.partner = partner;
  }

  static Pn532Answer syntaxError() {
    return new Pn532Answer(SYNTAX_ERROR, 0, 0, 0, null);
  }

  /**
   * The response to a command.
   *
   * @param command its code; the response has the next
   * @param data 0..263 bytes
   */
  static Pn532Answer to(int command, byte... data) {
    return new Pn532Answer(frame(command + 1, data), 0, 0, 0, null);
  }

  /** The same words, for which this chip had to be asked. */
  Pn532Answer overTheAir(int bytes, int commands, Presence with) {
    return new Pn532Answer(frame, bytes, commands, 0, with);
  }

  /** The same words, after the field was searched so many times in vain. */
  Pn532Answer afterSearch(int times) {
    return new Pn532Answer(frame, 0, 0, times, null);
  }

  byte[] frame() {
    return frame;
  }

  int airBytes() {
    return airBytes;
  }

  int chipCommands() {
    return chipCommands;
  }

  int searches() {
    return searches;
  }

  /** The chip that must stay until the answer is complete, if any. */
  @Nullable Presence partner() {
    return partner;
  }

  @Override
  public String toString() {
    return "Pn532Answer";
  }

  private static byte[] frame(int code, byte[] data) {
    int length = 2 + data.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 10);
    out.writeBytes(new byte[] {0x00, 0x00, (byte) 0xFF});
    if (length > NORMAL_BYTES_MAX) {
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) (length >> 8)});
    }
    out.write(length);
    out.write(-((length >> 8) + length));
    out.write(FROM_PN532);
    out.write(code);
    out.writeBytes(data);
    int sum = FROM_PN532 + code;
    for (byte b : data) {
      sum += b;
    }
    out.write(-sum);
    out.write(0x00);
    return out.toByteArray();
  }
}
