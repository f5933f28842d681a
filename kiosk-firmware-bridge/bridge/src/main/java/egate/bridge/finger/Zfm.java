package egate.bridge.finger;

import egate.biometric.GreyImage;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import egate.report.Health;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A module of the ZFM/R30x family: 256 x 288 pixels of four bits.
 *
 * <p>Its documentation has no command that erases the image buffer, so {@link #clear} overwrites it
 * with a blank image sent down to it.
 */
public final class Zfm implements FingerSensor {
  static final int WIDTH = 256;
  static final int HEIGHT = 288;
  static final int IMAGE_BYTES = WIDTH * HEIGHT / 2;

  private static final int GENERATE_IMAGE = 0x01;
  private static final int UPLOAD_IMAGE = 0x0A;
  private static final int DOWNLOAD_IMAGE = 0x0B;
  private static final int READ_PARAMETERS = 0x0F;
  private static final int VERIFY_PASSWORD = 0x13;

  private static final int NO_FINGER = 0x02;
  private static final int IMAGING_FAILED = 0x03;

  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final Duration HEALTH_ANSWER = Duration.ofMillis(500);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int TRIES = 2;
  private static final int BITS_PER_BYTE = 10;

  private final ZfmLink link;
  private final LongSupplier nanos;
  private final Duration transfer;
  private int packetBytes = 128;

  private Zfm(SerialLine line, int bitsPerSecond, LongSupplier nanos) {
    this.link = new ZfmLink(line, nanos);
    this.nanos = nanos;
    // Twice the wire time of the image and its smallest packets' overhead, plus two seconds.
    long bits = 2L * IMAGE_BYTES * 3 / 2 * BITS_PER_BYTE;
    this.transfer = Duration.ofMillis(2_000 + bits * 1_000 / bitsPerSecond);
  }

  /**
   * Presents the password and learns the packet size.
   *
   * @param password the module's, 0 as delivered
   * @param timeout how long a module may be deaf, as when it still sends an earlier image
   */
  public static Zfm connect(
      SerialLine line, int bitsPerSecond, int password, Duration timeout, LongSupplier nanos)
      throws LineLostException {
    Zfm zfm = new Zfm(line, bitsPerSecond, nanos);
    zfm.presentPassword(password, timeout);
    zfm.learnPacketSize();
    return zfm;
  }

  @Override
  public Optional<GreyImage> capture(Duration timeout) throws LineLostException {
    long deadline = link.deadline(timeout);
    do {
      if (fingerPresent()) {
        return Optional.of(upload());
      }
      link.pause(BETWEEN_LOOKS);
    } while (deadline - nanos.getAsLong() > 0);
    return Optional.empty();
  }

  @Override
  public boolean fingerPresent() throws LineLostException {
    int confirmation = link.ask(ANSWER, GENERATE_IMAGE)[0];
    if (confirmation != ZfmLink.OK && confirmation != NO_FINGER && confirmation != IMAGING_FAILED) {
      throw ZfmLink.refused(GENERATE_IMAGE, confirmation);
    }
    return confirmation == ZfmLink.OK;
  }

  @Override
  public void clear() throws LineLostException {
    link.order(ANSWER, DOWNLOAD_IMAGE);
    for (int sent = 0; sent < IMAGE_BYTES; sent += packetBytes) {
      boolean last = sent + packetBytes >= IMAGE_BYTES;
      int type = last ? ZfmPacket.LAST_DATA : ZfmPacket.DATA;
      link.send(new ZfmPacket(type, new byte[packetBytes]));
    }
    // The module answers a further command only once it has taken the whole image.
    link.order(transfer, READ_PARAMETERS);
  }

  @Override
  public Health health() {
    try {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        if (link.answer(HEALTH_ANSWER, READ_PARAMETERS) != null) {
          return attempt == 0 ? Health.OK : Health.DEGRADED;
        }
      }
      return Health.LOST;
    } catch (LineLostException e) {
      return Health.LOST;
    }
  }

  @Override
  public void close() {
    link.close();
  }

  private void presentPassword(int password, Duration timeout) throws LineLostException {
    byte[] parameter = ByteBuffer.allocate(4).putInt(password).array();
    long deadline = link.deadline(timeout);
    while (deadline - nanos.getAsLong() > 0) {
      byte @Nullable [] answer = link.answer(HEALTH_ANSWER, VERIFY_PASSWORD, parameter);
      if (answer != null) {
        ZfmLink.require(VERIFY_PASSWORD, answer);
        return;
      }
    }
    throw ZfmLink.silent();
  }

  private void learnPacketSize() throws LineLostException {
    byte[] answer = link.order(ANSWER, READ_PARAMETERS);
    if (answer.length != 17) {
      throw new LineLostException("fingerprint sensor: parameters of unexpected length");
    }
    int code = ByteBuffer.wrap(answer).getShort(13);
    if (code < 0 || code > 3) {
      throw new LineLostException("fingerprint sensor: unknown packet size " + code);
    }
    packetBytes = 32 << code;
  }

  /** Ends by count of bytes, because some modules (R551) never mark the last packet. */
  private GreyImage upload() throws LineLostException {
    link.order(ANSWER, UPLOAD_IMAGE);
    byte[] packed = new byte[IMAGE_BYTES];
    long deadline = link.deadline(transfer);
    for (int received = 0; received < IMAGE_BYTES; ) {
      ZfmPacket packet = link.next(deadline);
      if (packet == null) {
        throw new LineLostException("fingerprint sensor: image incomplete, check its cable");
      }
      received += keep(packet, packed, received);
      requireNotEnded(packet, received);
    }
    GreyImage image = unpacked(packed);
    Arrays.fill(packed, (byte) 0);
    return image;
  }

  private static int keep(ZfmPacket packet, byte[] packed, int at) throws LineLostException {
    if (packet.type() != ZfmPacket.DATA && packet.type() != ZfmPacket.LAST_DATA) {
      return 0;
    }
    byte[] data = packet.data();
    if (data.length > packed.length - at) {
      throw new LineLostException("fingerprint sensor: image longer than 256 x 288 pixels");
    }
    System.arraycopy(data, 0, packed, at, data.length);
    return data.length;
  }

  private static void requireNotEnded(ZfmPacket packet, int received) throws LineLostException {
    if (packet.type() == ZfmPacket.LAST_DATA && received < IMAGE_BYTES) {
      throw new LineLostException("fingerprint sensor: image lost packets, check its cable");
    }
  }

  /** Two pixels a byte, the left one in the high half; 15 becomes 255. */
  private static GreyImage unpacked(byte[] packed) {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < packed.length; i++) {
      pixels[2 * i] = (byte) (((packed[i] >> 4) & 0x0F) * 17);
      pixels[2 * i + 1] = (byte) ((packed[i] & 0x0F) * 17);
    }
    return new GreyImage(WIDTH, HEIGHT, pixels);
  }
}
