package egate.bridge.reader;

import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.report.Health;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A PC/SC reader, chosen by its name among those that are plugged in: used by the one thread that
 * opened it.
 *
 * <p>Whatever happens to reader or pcscd ends in {@link LineLostException} within a bounded time,
 * and opening the reader again finds what is there then.
 */
public final class PcscReader implements ChipReader {
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** pcscd looks at the field every 0.4 s where the driver does not tell it of changes. */
  private static final Duration NOTICING = Duration.ofSeconds(1);

  /** Powering up takes a reader of Debian's CCID driver at most this long. */
  private static final Duration POWERING = Duration.ofSeconds(5);

  private final ResourceManager manager;
  private final PatientCalls calls;
  private final long context;
  private final ReaderPattern pattern;
  private final int responseBytesMax;
  private final LongSupplier nanos;
  private @Nullable PcscCard card;

  /** Whether the last chip was lost and pcscd has not noticed yet. */
  private boolean lost;

  private long lostAt;

  private PcscReader(
      ResourceManager manager,
      PatientCalls calls,
      long context,
      ReaderPattern pattern,
      int responseBytesMax,
      LongSupplier nanos) {
    this.manager = manager;
    this.calls = calls;
    this.context = context;
    this.pattern = pattern;
    this.responseBytesMax = responseBytesMax;
    this.nanos = nanos;
  }

  /**
   * Opens the first reader that fits.
   *
   * @param responseBytesMax most data bytes to ask for in one answer; over 256 needs a reader of
   *     extended length
   * @throws LineLostException when libpcsclite is not installed, pcscd does not answer, or no
   *     reader fits
   */
  public static PcscReader connect(ReaderPattern pattern, int responseBytesMax, LongSupplier nanos)
      throws LineLostException {
    try {
      return connect(PcscLite.load(), pattern, responseBytesMax, nanos);
    } catch (PcscException e) {
      throw lost(e);
    }
  }

  static PcscReader connect(
      ResourceManager manager, ReaderPattern pattern, int responseBytesMax, LongSupplier nanos)
      throws LineLostException {
    PatientCalls calls = new PatientCalls();
    try {
      long context = calls.within(ANSWER, manager::establish);
      PcscReader reader = new PcscReader(manager, calls, context, pattern, responseBytesMax, nanos);
      if (reader.health() == Health.LOST) {
        reader.close();
        throw new PcscException("no PC/SC reader is named " + pattern.text());
      }
      return reader;
    } catch (PcscException e) {
      calls.close();
      throw lost(e);
    }
  }

  @Override
  public Optional<CardChannel> poll(Duration timeout) throws LineLostException {
    release();
    try {
      String reader = name();
      long deadline = nanos.getAsLong() + timeout.toNanos();
      do {
        Duration left = Duration.ofNanos(Math.max(0, deadline - nanos.getAsLong()));
        Optional<CardChannel> found = find(reader, left);
        if (found.isPresent()) {
          return found;
        }
      } while (deadline - nanos.getAsLong() > 0);
      return Optional.empty();
    } catch (PcscException e) {
      throw lost(e);
    }
  }

  private Optional<CardChannel> find(String reader, Duration wait) throws PcscException {
    try {
      if (lost && !settled(reader, wait)) {
        return Optional.empty();
      }
      if (!calls.within(wait.plus(ANSWER), () -> manager.awaitCard(context, reader, wait))) {
        return Optional.empty();
      }
      boolean unnoticed = lost;
      long handle = calls.within(POWERING, () -> manager.connect(context, reader, unnoticed));
      lost = false;
      card = new PcscCard(manager, calls, handle, responseBytesMax);
      return Optional.of(card);
    } catch (PcscException e) {
      if (e.meaning() == PcscException.Meaning.READER_LOST) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Whether pcscd has had its time to notice that a chip was lost. Touched before, it may overlook
   * the next chip; a chip that it sees still has come back.
   */
  private boolean settled(String reader, Duration wait) throws PcscException {
    Duration left = NOTICING.minusNanos(nanos.getAsLong() - lostAt);
    Duration time = left.compareTo(wait) < 0 ? left : wait;
    if (time.isNegative()) {
      return true;
    }
    lost = !calls.within(time.plus(ANSWER), () -> manager.awaitGone(context, reader, time));
    return !lost;
  }

  @Override
  public void release() throws LineLostException {
    PcscCard held = card;
    card = null;
    if (held != null) {
      lost = held.lost();
      lostAt = nanos.getAsLong();
      try {
        held.release();
      } catch (PcscException e) {
        throw lost(e);
      }
    }
  }

  /** Whether the reader is still plugged in and pcscd answers. */
  @Override
  public Health health() {
    try {
      name();
      return Health.OK;
    } catch (PcscException e) {
      return Health.LOST;
    }
  }

  @Override
  public void close() {
    try {
      release();
      calls.within(
          ANSWER,
          () -> {
            manager.release(context);
            return true;
          });
    } catch (LineLostException | PcscException e) {
      // pcscd is gone; it forgets its contexts by itself.
    }
    calls.close();
  }

  private String name() throws PcscException {
    return calls.within(ANSWER, () -> manager.readers(context)).stream()
        .filter(pattern::fits)
        .findFirst()
        .orElseThrow(() -> new PcscException("no PC/SC reader is named " + pattern.text()));
  }

  private static LineLostException lost(PcscException e) {
    return new LineLostException(
        "chip reader: " + e.getMessage() + "; plug it in, and see that pcscd runs", e);
  }
}
