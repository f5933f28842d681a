package egate.bridge.serial;

/**
 * A serial line, eight data bits, no parity, one stop bit, no flow control.
 *
 * <p>One thread owns a line. Once a call has thrown, the line is lost for good: a device that comes
 * back is opened anew.
 */
public interface SerialLine extends AutoCloseable {

  /**
   * Hands bytes to the line; they may still be on their way when this returns.
   *
   * @throws LineLostException when the line is gone
   */
  void write(byte[] bytes) throws LineLostException;

  /**
   * What has arrived, waiting until something has or the time is up.
   *
   * @param deadlineNanos on the clock that the line was opened with; the past asks without waiting
   * @return all that is there; none when the time is up
   * @throws LineLostException when the line is gone
   */
  byte[] read(long deadlineNanos) throws LineLostException;

  /**
   * Changes this side's speed at once; what is still on its way out is lost.
   *
   * @param bitsPerSecond a speed that the port knows, such as 115,200
   */
  void speed(int bitsPerSecond) throws LineLostException;

  /** Gives the device up to the next opener. Does not throw, also when the line is lost. */
  @Override
  void close();
}
