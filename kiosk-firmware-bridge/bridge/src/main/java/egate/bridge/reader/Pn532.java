package egate.bridge.reader;

import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import egate.emrtd.CardChannel;
import egate.report.Health;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** NXP's PN532 on a serial line (UM0701-02), used by the one thread that opened it. */
public final class Pn532 implements ChipReader {
  private static final byte GET_FIRMWARE_VERSION = 0x02;
  private static final byte SET_SERIAL_BAUD_RATE = 0x10;
  private static final byte SAM_CONFIGURATION = 0x14;
  private static final byte RF_CONFIGURATION = 0x32;
  private static final byte IN_LIST_PASSIVE_TARGET = 0x4A;
  private static final byte IN_RELEASE = 0x52;

  private static final byte TYPE_A_106 = 0x00;
  private static final byte TYPE_B_106 = 0x03;
  private static final byte ANY_FAMILY = 0x00;

  /** ISO/IEC 14443-3: the bit of SEL_RES that promises ISO/IEC 14443-4. */
  private static final int SEL_RES_14443_4 = 0x20;

  private static final Duration ANSWER = Duration.ofMillis(500);

  private final Pn532Link link;
  private final LongSupplier nanos;

  private Pn532(SerialLine line, LongSupplier nanos) {
    this.link = new Pn532Link(line, nanos);
    this.nanos = nanos;
  }

  /**
   * Wakes and configures the reader: no SAM, and a bounded search, so that it always answers.
   *
   * @throws LineLostException when it does not answer
   */
  public static Pn532 connect(SerialLine line, LongSupplier nanos) throws LineLostException {
    Pn532 reader = new Pn532(line, nanos);
    reader.link.wake();
    byte normalModeNoTimeoutNoInterrupt = 0x01;
    reader.ask(SAM_CONFIGURATION, normalModeNoTimeoutNoInterrupt, (byte) 0, (byte) 0);
    reader.ask(GET_FIRMWARE_VERSION);
    byte maxRetries = 0x05;
    reader.ask(RF_CONFIGURATION, maxRetries, (byte) 0xFF, (byte) 0x01, (byte) 0x01);
    return reader;
  }

  /**
   * Raises the speed of the line, which is the bottleneck at 115,200 bit/s.
   *
   * @param bitsPerSecond 9,600..921,600
   */
  public void speed(int bitsPerSecond) throws LineLostException {
    ask(SET_SERIAL_BAUD_RATE, speedCode(bitsPerSecond));
    link.acknowledge();
    // The acknowledgement has to leave at the old speed: 6 bytes, at 9,600 bit/s 6.3 ms.
    long end = nanos.getAsLong() + Duration.ofMillis(20).toNanos();
    link.quietUntil(end);
    link.speed(bitsPerSecond);
  }

  /** Looks for a chip of type A, then of type B, and activates it (ISO/IEC 14443-4). */
  @Override
  public Optional<CardChannel> poll(Duration timeout) throws LineLostException {
    long deadline = nanos.getAsLong() + timeout.toNanos();
    do {
      byte[] typeA = ask(IN_LIST_PASSIVE_TARGET, (byte) 1, TYPE_A_106);
      if (hasTypeA(typeA)) {
        return Optional.of(new Pn532Card(link, typeA[1]));
      }
      byte[] typeB = ask(IN_LIST_PASSIVE_TARGET, (byte) 1, TYPE_B_106, ANY_FAMILY);
      if (typeB.length > 1 && typeB[0] == 1) {
        return Optional.of(new Pn532Card(link, typeB[1]));
      }
    } while (deadline - nanos.getAsLong() > 0);
    return Optional.empty();
  }

  /** Lets go of all chips, and switches the field off until the next search. */
  @Override
  public void release() throws LineLostException {
    byte allTargets = 0;
    ask(IN_RELEASE, allTargets);
    byte field = 0x01;
    ask(RF_CONFIGURATION, field, (byte) 0);
  }

  /** Asks the reader now, for at most three seconds; lost is a value here. */
  @Override
  public Health health() {
    try {
      ask(GET_FIRMWARE_VERSION);
      return link.repeated() ? Health.DEGRADED : Health.OK;
    } catch (LineLostException e) {
      return Health.LOST;
    }
  }

  @Override
  public void close() {
    link.close();
  }

  /** NbTg, Tg, SENS_RES of two bytes, SEL_RES, ... (7.3.5). */
  private static boolean hasTypeA(byte[] targets) {
    return targets.length > 4 && targets[0] == 1 && (targets[4] & SEL_RES_14443_4) != 0;
  }

  private byte[] ask(byte... command) throws LineLostException {
    return link.ask(ANSWER, command);
  }

  private static byte speedCode(int bitsPerSecond) {
    return switch (bitsPerSecond) {
      case 9_600 -> 0x00;
      case 19_200 -> 0x01;
      case 38_400 -> 0x02;
      case 57_600 -> 0x03;
      case 115_200 -> 0x04;
      case 230_400 -> 0x05;
      case 460_800 -> 0x06;
      case 921_600 -> 0x07;
      default -> throw new IllegalArgumentException(bitsPerSecond + " bit/s");
    };
  }
}
