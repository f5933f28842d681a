package egate.bridge.reader;

import egate.bridge.serial.FramedLine;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One command, its acknowledgement, its answer: all that ever happens on a PN532's line. */
final class Pn532Link {
  private static final byte[] ACK = {0, 0, (byte) 0xFF, 0, (byte) 0xFF, 0};

  /** UM0701-02, 6.2.1.3 gives the PN532 15 ms; the rest is for the line and a busy host. */
  private static final Duration ACK_WITHIN = Duration.ofMillis(500);

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
   * Asks the reader itself; says it again when acknowledgement or answer fail to come.
   *
   * @param timeout how long the answer may take once the command has been acknowledged
   * @throws LineLostException when neither came
   */
  byte[] ask(Duration timeout, byte... command) throws LineLostException {
    for (int attempt = 1; ; attempt++) {
      repeated = attempt > 1;
      try {
        return exchange(timeout, command);
      } catch (LineLostException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Says a command once. What goes on to a chip is never said twice: the chip would count two
   * commands, and secure messaging with it.
   *
   * @throws LineLostException when acknowledgement or answer did not come in time
   */
  byte[] exchange(Duration timeout, byte... command) throws LineLostException {
    frames.discard();
    frames.write(Pn532Frames.command(command));
    if (!acknowledged()) {
      throw new LineLostException("chip reader: no answer, check power and speed");
    }
    return answer(timeout, command[0] & 0xFF);
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

  /** An answer that arrives before the acknowledgement is a former command's, and late. */
  private boolean acknowledged() throws LineLostException {
    long deadline = nanos.getAsLong() + ACK_WITHIN.toNanos();
    Pn532Frame frame = frames.next(deadline);
    while (frame instanceof Pn532Frame.Answer) {
      frame = frames.next(deadline);
    }
    return frame instanceof Pn532Frame.Ack;
  }

  private byte[] answer(Duration timeout, int command) throws LineLostException {
    long deadline = nanos.getAsLong() + timeout.toNanos();
    while (true) {
      switch (frames.next(deadline)) {
        case Pn532Frame.Answer answer when answer.command() == command + 1 -> {
          return answer.data();
        }
        case Pn532Frame.Answer _, Pn532Frame.Ack _ -> {
          // A former command's, and late.
        }
        case Pn532Frame.SyntaxError _ ->
            throw new LineLostException(
                "chip reader: command %02x is not understood".formatted(command));
        case Pn532Frame.Nack _ -> throw silent(command);
        case null -> {
          // Aborts the command, so that the next one is not answered by it (6.2.1.3).
          acknowledge();
          throw silent(command);
        }
      }
    }
  }

  private static LineLostException silent(int command) {
    return new LineLostException(
        "chip reader: command %02x had no answer, check its cable".formatted(command));
  }
}
