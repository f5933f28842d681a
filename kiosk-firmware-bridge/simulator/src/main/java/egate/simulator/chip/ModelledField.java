package egate.simulator.chip;

import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * A chip in a field whose time is reckoned rather than spent: the bits on the air and 12 ms for
 * each command, as {@link FieldPace#REAL} spends them.
 */
public final class ModelledField implements CardChannel {
  private final SimulatedChip chip;
  private final int responseBytesMax;
  private final int bitsPerSecond;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private int commands;
  private long bytes;
  private long nanos;
  private long chipCpuNanos;

  /**
   * @param responseBytesMax what the reader carries of a response's data field
   * @param bitsPerSecond 106,000..848,000
   */
  public ModelledField(SimulatedChip chip, int responseBytesMax, int bitsPerSecond) {
    this.chip = chip;
    this.responseBytesMax = responseBytesMax;
    this.bitsPerSecond = bitsPerSecond;
  }

  @Override
  public int responseBytesMax() {
    return responseBytesMax;
  }

  @Override
  public int commandBytesMax() {
    return 65_545;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardLostException {
    long begin = threads.getCurrentThreadCpuTime();
    byte[] response =
        chip.transmit(command).orElseThrow(() -> new CardLostException("the chip has left"));
    chipCpuNanos += threads.getCurrentThreadCpuTime() - begin;
    commands++;
    bytes += command.length + response.length;
    nanos += nanos(command.length + response.length, bitsPerSecond);
    return response;
  }

  /** What one command and its response take. */
  public static long nanos(int bytes, int bitsPerSecond) {
    return FieldPace.nanos(bytes, 1, bitsPerSecond);
  }

  public int commands() {
    return commands;
  }

  /** In both directions. */
  public long bytes() {
    return bytes;
  }

  public Duration time() {
    return Duration.ofNanos(nanos);
  }

  /** Processor time that the chip's side took, which no gate spends. */
  public long chipCpuNanos() {
    return chipCpuNanos;
  }

  @Override
  public String toString() {
    return "ModelledField";
  }
}
