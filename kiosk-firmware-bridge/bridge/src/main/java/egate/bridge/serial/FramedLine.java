package egate.bridge.serial;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line on which frames arrive. */
public final class FramedLine<F> {
  private final SerialLine line;
  private final FrameParser<F> parser;
  private final LongSupplier nanos;
  private final Queue<F> arrived = new ArrayDeque<>();

  /**
   * @param nanos the clock of the line's deadlines
   */
  public FramedLine(SerialLine line, FrameParser<F> parser, LongSupplier nanos) {
    this.line = line;
    this.parser = parser;
    this.nanos = nanos;
  }

  /** Forgets frames and pieces that arrived before: they answer no question still to be asked. */
  public void discard() throws LineLostException {
    while (line.read(nanos.getAsLong()).length > 0) {
      // The line's buffer is finite and this reads it faster than the line can fill it.
    }
    parser.reset();
    arrived.clear();
  }

  public void write(byte[] bytes) throws LineLostException {
    line.write(bytes);
  }

  /** The next frame, or null when the time is up. */
  public @Nullable F next(long deadlineNanos) throws LineLostException {
    await(deadlineNanos);
    return arrived.poll();
  }

  /** Waits until a frame is there to be taken, or the time is up. */
  public void await(long deadlineNanos) throws LineLostException {
    while (arrived.isEmpty()) {
      byte[] bytes = line.read(deadlineNanos);
      arrived.addAll(parser.feed(bytes));
      if (bytes.length == 0 && deadlineNanos - nanos.getAsLong() <= 0) {
        return;
      }
    }
  }
}
