package egate.simulator.chip;

import egate.simulator.device.WireOutput;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a device sends. */
final class RecordedLine implements WireOutput {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final List<Integer> speeds = new ArrayList<>();

  @Override
  public synchronized void send(byte[] bytes) {
    sent.writeBytes(bytes);
  }

  @Override
  public synchronized void speed(int bitsPerSecond) {
    speeds.add(bitsPerSecond);
  }

  /** The frames since the last call. */
  synchronized List<String> take() {
    List<String> frames = HostFrames.read(sent.toByteArray());
    sent.reset();
    return frames;
  }

  synchronized List<Integer> speeds() {
    return List.copyOf(speeds);
  }
}
