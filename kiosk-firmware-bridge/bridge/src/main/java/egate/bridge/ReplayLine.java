package egate.bridge;

import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import java.util.Arrays;
import java.util.List;

/**
 * A device out of memory: it expects what was once written to it, byte for byte, and answers what
 * was once answered.
 */
final class ReplayLine implements SerialLine {
  private final List<RehearsalScript.Exchange> exchanges;
  private int index;
  private int written;

  ReplayLine(List<RehearsalScript.Exchange> exchanges) {
    this.exchanges = exchanges;
  }

  @Override
  public void write(byte[] bytes) throws LineLostException {
    int done = 0;
    while (done < bytes.length) {
      byte[] expected = current().fromHost();
      int count = Math.min(bytes.length - done, expected.length - written);
      if (count == 0
          || !Arrays.equals(bytes, done, done + count, expected, written, written + count)) {
        throw new LineLostException("rehearsal: the host says what it never said");
      }
      done += count;
      written += count;
    }
  }

  @Override
  public byte[] read(long deadlineNanos) throws LineLostException {
    if (index == exchanges.size() || written < current().fromHost().length) {
      return new byte[0];
    }
    byte[] answer = current().fromDevice();
    index++;
    written = 0;
    return answer;
  }

  @Override
  public void speed(int bitsPerSecond) {
    // Memory has no speed.
  }

  @Override
  public void close() {
    // Memory needs none.
  }

  private RehearsalScript.Exchange current() throws LineLostException {
    if (index == exchanges.size()) {
      throw new LineLostException("rehearsal: the host goes on where it once ended");
    }
    return exchanges.get(index);
  }
}
