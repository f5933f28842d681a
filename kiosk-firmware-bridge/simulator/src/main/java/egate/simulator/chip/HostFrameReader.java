package egate.simulator.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds frames among the bytes from the host, in whatever pieces they come. Preambles, postambles
 * and garbage are passed over, as are frames whose checksums do not hold: the PN532 does not
 * acknowledge those, and the host tries again.
 */
final class HostFrameReader {
  /** TFI, command, target and 262 bytes of data (UM0701-02 section 7.3.8). */
  static final int INFORMATION_BYTES_MAX = 265;

  private static final int START_CODE_BYTES = 2;
  private static final int NORMAL_HEADER_BYTES = START_CODE_BYTES + 2;
  private static final int EXTENDED_HEADER_BYTES = NORMAL_HEADER_BYTES + 3;

  private byte[] buffer = {};

  /** Takes more bytes and gives the frames that they complete. */
  List<HostFrame> push(byte[] bytes) {
    int kept = buffer.length;
    buffer = Arrays.copyOf(buffer, kept + bytes.length);
    System.arraycopy(bytes, 0, buffer, kept, bytes.length);
    List<HostFrame> frames = new ArrayList<>();
    while (skipToStartCode() && takeFrame(frames)) {
      // Each turn consumes a frame or a false start.
    }
    return frames;
  }

  private boolean skipToStartCode() {
    int at = 0;
    while (at + 1 < buffer.length && !(at(at) == 0x00 && at(at + 1) == 0xFF)) {
      at++;
    }
    boolean found = at + 1 < buffer.length;
    boolean begun = at < buffer.length && at(at) == 0x00;
    consume(found || begun ? at : buffer.length);
    return found;
  }

  /** False when more bytes are needed. */
  private boolean takeFrame(List<HostFrame> frames) {
    if (buffer.length < NORMAL_HEADER_BYTES) {
      return false;
    }
    return switch (at(2) << 8 | at(3)) {
      case 0x00FF -> take(frames, HostFrame.Ack.ACK);
      case 0xFF00 -> take(frames, HostFrame.Nack.NACK);
      case 0xFFFF -> takeExtended(frames);
      default -> takeInformation(frames, NORMAL_HEADER_BYTES, at(2), at(2) + at(3));
    };
  }

  private boolean take(List<HostFrame> frames, HostFrame frame) {
    consume(NORMAL_HEADER_BYTES);
    frames.add(frame);
    return true;
  }

  private boolean takeExtended(List<HostFrame> frames) {
    if (buffer.length < EXTENDED_HEADER_BYTES) {
      return false;
    }
    return takeInformation(
        frames, EXTENDED_HEADER_BYTES, at(4) << 8 | at(5), at(4) + at(5) + at(6));
  }

  private boolean takeInformation(List<HostFrame> frames, int header, int length, int lengthSum) {
    if ((lengthSum & 0xFF) != 0 || length == 0 || length > INFORMATION_BYTES_MAX) {
      consume(START_CODE_BYTES);
      return true;
    }
    int end = header + length + 1;
    if (buffer.length < end) {
      return false;
    }
    int sum = 0;
    for (int i = header; i < end; i++) {
      sum += at(i);
    }
    if ((sum & 0xFF) == 0) {
      frames.add(new HostFrame.Information(Arrays.copyOfRange(buffer, header, end - 1)));
    }
    consume(end);
    return true;
  }

  private int at(int index) {
    return Byte.toUnsignedInt(buffer[index]);
  }

  private void consume(int bytes) {
    buffer = Arrays.copyOfRange(buffer, bytes, buffer.length);
  }
}
