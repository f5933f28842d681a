package egate.bridge.serial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all frame parsers share: a bounded window over the bytes. Where no frame starts, or one
 * proves false, exactly one byte is skipped, so that a true frame inside a false one is found.
 */
public abstract class FrameScanner<F> implements FrameParser<F> {

  /** {@link #lengthAt}'s answer while the window is too short to tell. */
  protected static final int MORE = 0;

  /** {@link #lengthAt}'s answer where no frame can start. */
  protected static final int NONE = -1;

  private final byte[] window;
  private int held;

  protected FrameScanner(int frameBytesMax) {
    this.window = new byte[frameBytesMax];
  }

  /**
   * How long the frame is that starts at the window's first byte.
   *
   * @param bytes the window; read only
   * @param held how many of them count, 1 or more
   * @return bytes of the whole frame once all of them are held and its checks hold; MORE or NONE
   */
  protected abstract int lengthAt(byte[] bytes, int held);

  /** The frame that these bytes, found complete by {@link #lengthAt}, stand for. */
  protected abstract F frame(byte[] whole);

  @Override
  public final List<F> feed(byte[] bytes) {
    List<F> frames = new ArrayList<>();
    for (int taken = 0; taken < bytes.length; ) {
      int count = Math.min(bytes.length - taken, window.length - held);
      System.arraycopy(bytes, taken, window, held, count);
      held += count;
      taken += count;
      scan(frames);
    }
    return frames;
  }

  @Override
  public final void reset() {
    Arrays.fill(window, (byte) 0);
    held = 0;
  }

  private void scan(List<F> frames) {
    while (held > 0) {
      int length = lengthAt(window, held);
      if (length == MORE && held < window.length) {
        return;
      }
      if (length > 0) {
        frames.add(frame(Arrays.copyOf(window, length)));
      }
      drop(Math.max(1, length));
    }
  }

  private void drop(int count) {
    System.arraycopy(window, count, window, 0, held - count);
    Arrays.fill(window, held - count, held, (byte) 0);
    held -= count;
  }
}
