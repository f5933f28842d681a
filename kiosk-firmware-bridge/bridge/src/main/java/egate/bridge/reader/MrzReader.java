package egate.bridge.reader;

import egate.bridge.serial.FramedLine;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import egate.report.Health;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The reader of the MRZ's printed lines, used by the one thread that opened it. */
public final class MrzReader implements AutoCloseable {

  /** A reader that is asked answers well within this. */
  private static final Duration ANSWER = Duration.ofMillis(500);

  private final SerialLine line;
  private final MrzFramer framer;
  private final FramedLine<List<String>> frames;
  private final LongSupplier nanos;
  private int unanswered;

  /**
   * @param framer the reader's way of framing
   * @param nanos the line's clock
   */
  public MrzReader(SerialLine line, MrzFramer framer, LongSupplier nanos) {
    this.line = line;
    this.framer = framer;
    this.frames = new FramedLine<>(line, framer, nanos);
    this.nanos = nanos;
  }

  /**
   * The lines of the document that was read last since the call before, top line first.
   *
   * @return no lines when none was read; waits for an answer of half a second at most, and not at
   *     all where the reader speaks by itself
   * @throws LineLostException when the line is gone
   */
  public List<String> poll() throws LineLostException {
    return framer.inquiry().length == 0 ? lastSaid() : inquired();
  }

  /** Whether the reader can still be heard; one that speaks by itself cannot be asked more. */
  public Health health() {
    try {
      // Asking the line for what is there fails when it is gone; a scan must not be lost by it.
      frames.await(nanos.getAsLong());
    } catch (LineLostException e) {
      return Health.LOST;
    }
    return switch (unanswered) {
      case 0 -> Health.OK;
      case 1 -> Health.DEGRADED;
      default -> Health.LOST;
    };
  }

  @Override
  public void close() {
    line.close();
  }

  private List<String> lastSaid() throws LineLostException {
    List<String> last = List.of();
    List<String> next = frames.next(nanos.getAsLong());
    while (next != null) {
      last = next;
      next = frames.next(nanos.getAsLong());
    }
    return last;
  }

  private List<String> inquired() throws LineLostException {
    frames.discard();
    frames.write(framer.inquiry());
    List<String> lines = frames.next(nanos.getAsLong() + ANSWER.toNanos());
    unanswered = lines == null ? unanswered + 1 : 0;
    return lines == null ? List.of() : lines;
  }
}
