package egate.bridge.reader;

import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** A chip in the PN532's field, spoken to by InDataExchange (UM0701-02, 7.3.8). */
final class Pn532Card implements CardChannel {
  private static final byte IN_DATA_EXCHANGE = 0x40;

  /** In a target number: more of this command follows. In a status: more of this answer does. */
  private static final int MORE_INFORMATION = 0x40;

  private static final int ERROR_MASK = 0x3F;
  private static final int FRAME_DATA_BYTES_MAX = 262;
  private static final int STATUS_WORD_BYTES = 2;
  private static final int RESPONSE_BYTES_MAX = 65_536 + STATUS_WORD_BYTES;
  private static final int COMMAND_BYTES_MAX = 65_545;

  /** ISO/IEC 14443-4 lets a chip ask for 4.9 s; the PN532 grants extensions by itself. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Pn532Link link;
  private final byte target;

  Pn532Card(Pn532Link link, byte target) {
    this.link = link;
    this.target = target;
  }

  /** What fits a frame: a chained answer costs more round trips than another READ BINARY. */
  @Override
  public int responseBytesMax() {
    return FRAME_DATA_BYTES_MAX - STATUS_WORD_BYTES;
  }

  @Override
  public int commandBytesMax() {
    return COMMAND_BYTES_MAX;
  }

  @Override
  public byte[] transmit(byte[] command) throws IOException {
    if (command.length > COMMAND_BYTES_MAX) {
      throw new IllegalArgumentException("command of " + command.length + " bytes");
    }
    return wholeAnswer(sent(command));
  }

  /** Sends the command in as many frames as it takes; the last one's answer. */
  private byte[] sent(byte[] command) throws IOException {
    int from = 0;
    while (command.length - from > FRAME_DATA_BYTES_MAX) {
      int to = from + FRAME_DATA_BYTES_MAX;
      exchange(target | MORE_INFORMATION, Arrays.copyOfRange(command, from, to));
      from = to;
    }
    return exchange(target, Arrays.copyOfRange(command, from, command.length));
  }

  private byte[] wholeAnswer(byte[] first) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] part = first;
    whole.write(part, 1, part.length - 1);
    while ((part[0] & MORE_INFORMATION) != 0 && whole.size() <= RESPONSE_BYTES_MAX) {
      part = exchange(target, new byte[0]);
      whole.write(part, 1, part.length - 1);
    }
    if (whole.size() < STATUS_WORD_BYTES || whole.size() > RESPONSE_BYTES_MAX) {
      throw new CardLostException("chip answered with " + whole.size() + " bytes");
    }
    return whole.toByteArray();
  }

  private byte[] exchange(int targetAndMore, byte[] data) throws IOException {
    byte[] command = new byte[2 + data.length];
    command[0] = IN_DATA_EXCHANGE;
    command[1] = (byte) targetAndMore;
    System.arraycopy(data, 0, command, 2, data.length);
    byte[] answer = link.exchange(ANSWER, command);
    if (answer.length == 0) {
      throw new LineLostException("chip reader: answer without a status");
    }
    requireNoError(answer[0] & ERROR_MASK);
    return answer;
  }

  /** Each error (table 7.1) ends the exchange with this chip; the reader itself is well. */
  private static void requireNoError(int error) throws CardLostException {
    switch (error) {
      case 0x00 -> {}
      case 0x01 -> throw new CardLostException("chip does not answer");
      case 0x0B -> throw new CardLostException("chip broke ISO/IEC 14443-4");
      case 0x29 -> throw new CardLostException("chip was released");
      case 0x2B -> throw new CardLostException("chip left the field");
      default -> throw new CardLostException("chip reader reports error %02x".formatted(error));
    }
  }
}
