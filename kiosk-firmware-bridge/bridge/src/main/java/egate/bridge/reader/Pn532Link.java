package egate.bridge.reader;

import egate.bridge.serial.FramedLine;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One command, its acknowledgement, its answer: all that ever happens on a PN532's line. */
final class Pn532Link {
  private static final byte[] ACK = {0, 0, (byte) 0xFF, 0, (byte) 0xFF, 0};

  /** UM0701-02, 6.2.1.3 gives the PN532 15 ms; the rest is for the line and the host. */
  private static final Duration ACK_WITHIN = Duration.ofMillis(200);

  private static final int TRIES = 3;

  private final SerialLine line;
  private final FramedLine<Pn532Frame> frames;
  private final LongSupplier nanos;
  private boolean repeated;

  Pn532Link(SerialLine line, LongSupplier nanos) {
    this.line = line;
    this.frames = new FramedLine<>(line, new Pn532Frames(), nanos);
    this.nanos = nanos;
  }

  /**
   * Asks and waits for the answer's data.
   *
   * @param timeout how long the answer may take once the command has been acknowledged
   * @throws LineLostException when neither acknowledgement nor answer came
   */
  byte[] exchange(Duration timeout, byte... command) throws LineLostException {
    byte[] frame = Pn532Frames.command(command);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      frames.discard();
      frames.write(frame);
      repeated = attempt > 0;
      if (next(ACK_WITHIN) instanceof Pn532Frame.Ack) {
        return answer(timeout, command[0] & 0xFF);
      }
    }
    throw new LineLostException("chip reader: no answer, check power and speed");
  }

  /** Whether the last command had to be said more than once. */
  boolean repeated() {
    return repeated;
  }

  /** Ends the sleep that the PN532 starts in, and in which it takes no command (7.2.11). */
  void wake() throws LineLostException {
    byte[] preamble = new byte[16];
    preamble[0] = 0x55;
    preamble[1] = 0x55;
    line.write(preamble);
  }

  /** Tells the PN532 that its last answer has arrived, which lets a change of speed happen. */
  void acknowledge() throws LineLostException {
    line.write(ACK);
  }

  /** Waits; what arrives meanwhile is kept for whoever asks next. */
  void quietUntil(long deadlineNanos) throws LineLostException {
    frames.await(deadlineNanos);
  }

  void speed(int bitsPerSecond) throws LineLostException {
    line.speed(bitsPerSecond);
  }

  void close() {
    line.close();
  }

  private byte[] answer(Duration timeout, int command) throws LineLostException {
    Pn532Frame frame = next(timeout);
    while (frame instanceof Pn532Frame.Ack) {
      frame = next(timeout);
    }
    return switch (frame) {
      case Pn532Frame.Answer answer when answer.command() == command + 1 -> answer.data();
      case Pn532Frame.SyntaxError ignored ->
          throw new LineLostException(
              "chip reader: command %02x is not understood".formatted(command));
      case Pn532Frame.Answer ignored -> throw silent(command);
      case Pn532Frame.Ack ignored -> throw silent(command);
      case Pn532Frame.Nack ignored -> throw silent(command);
      case null -> {
        // Aborts the command, so that the next one is not answered by it (6.2.1.3).
        acknowledge();
        throw silent(command);
      }
    };
  }

  private static LineLostException silent(int command) {
    return new LineLostException(
        "chip reader: command %02x had no answer, check its cable".formatted(command));
  }

  private @Nullable Pn532Frame next(Duration patience) throws LineLostException {
    return frames.next(nanos.getAsLong() + patience.toNanos());
  }
}
