package egate.bridge.reader;

import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.report.Health;
import java.time.Duration;
import java.util.Optional;

/** A reader of contactless chips, used by the one thread that opened it. */
public interface ChipReader extends AutoCloseable {

  /**
   * Looks for a chip until one is there or the time is up; at least once.
   *
   * @return the chip, fresh: whatever session it had is over; it is lost when this is called again
   * @throws LineLostException when the reader is gone
   */
  Optional<CardChannel> poll(Duration timeout) throws LineLostException;

  /** Lets go of the chip, if one was found. */
  void release() throws LineLostException;

  /** Asks the reader now; lost is a value here. */
  Health health();

  @Override
  void close();
}
