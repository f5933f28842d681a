package egate.bridge.serial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;

/**
 * A line whose other end is a script: to the next thing said it answers the next thing it has. Time
 * passes only while a read waits.
 */
public final class ScriptedLine implements SerialLine {
  private final Queue<byte[]> answers = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private final List<Integer> speeds = new ArrayList<>();
  private byte[] arrived = new byte[0];
  private long nowNanos;
  private boolean lost;

  /** What to answer to the next thing said; call it again for the one after. */
  public ScriptedLine then(byte[]... parts) {
    answers.add(Cuts.join(parts));
    return this;
  }

  /** From now on the line is gone. */
  public void lose() {
    lost = true;
  }

  public long nanos() {
    return nowNanos;
  }

  /** All that was said, in hexadecimal, one entry a write. */
  public List<String> said() {
    return said;
  }

  public List<Integer> speeds() {
    return speeds;
  }

  @Override
  public void write(byte[] bytes) throws LineLostException {
    requireThere();
    said.add(HexFormat.of().formatHex(bytes));
    byte[] answer = answers.poll();
    arrived = Cuts.join(arrived, answer == null ? new byte[0] : answer);
  }

  @Override
  public byte[] read(long deadlineNanos) throws LineLostException {
    requireThere();
    byte[] bytes = arrived;
    arrived = new byte[0];
    if (bytes.length == 0) {
      nowNanos = Math.max(nowNanos, deadlineNanos);
    }
    return bytes;
  }

  @Override
  public void speed(int bitsPerSecond) {
    speeds.add(bitsPerSecond);
  }

  @Override
  public void close() {}

  private void requireThere() throws LineLostException {
    if (lost) {
      throw new LineLostException("scripted line is gone");
    }
  }
}
