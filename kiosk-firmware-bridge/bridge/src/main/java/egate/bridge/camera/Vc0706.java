package egate.bridge.camera;

import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import egate.emrtd.lds.EncodedImage;
import egate.report.Health;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The VC0706 serial camera, a bench part: 48 kB take 12.5 s at 38,400 bit/s.
 *
 * <p>A frozen frame stays in its buffer until frames flow again. {@link #clear} lets them flow,
 * which its manual promises to overwrite the buffer within a frame's time; the manual promises
 * nothing about the memory behind a frame that is shorter than the one before.
 */
public final class Vc0706 implements Camera {
  private static final int VERSION = 0x11;
  private static final int LENGTH = 0x34;
  private static final byte OF_CURRENT_FRAME = 0x00;
  private static final int FRAME_CONTROL = 0x36;
  private static final byte FREEZE = 0x00;
  private static final byte RESUME = 0x03;
  private static final byte[] READ_BY_SERIAL_PORT = {0x00, 0x0A};

  private static final int PICTURE_BYTES_MAX = 64 * 1024;
  private static final int PIECE_BYTES = 4_096;
  private static final int DELAY_IN_10_MICROS = 10;
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final Duration HEALTH_ANSWER = Duration.ofMillis(500);
  private static final int TRIES = 2;
  private static final int BITS_PER_BYTE = 10;

  private final Vc0706Link link;
  private final Duration pieceTransfer;

  private Vc0706(SerialLine line, int bitsPerSecond, LongSupplier nanos) {
    this.link = new Vc0706Link(line, nanos);
    long bits = 2L * PIECE_BYTES * BITS_PER_BYTE;
    this.pieceTransfer = ANSWER.plusMillis(bits * 1_000 / bitsPerSecond);
  }

  /**
   * Waits until the camera tells its version.
   *
   * @param timeout how long a camera may be deaf, as when it still sends an earlier picture
   */
  public static Vc0706 connect(
      SerialLine line, int bitsPerSecond, Duration timeout, LongSupplier nanos)
      throws LineLostException {
    Vc0706 camera = new Vc0706(line, bitsPerSecond, nanos);
    long deadline = nanos.getAsLong() + timeout.toNanos();
    while (camera.link.answer(HEALTH_ANSWER, VERSION) == null) {
      if (deadline - nanos.getAsLong() <= 0) {
        throw Vc0706Link.silent();
      }
    }
    // An earlier bridge may have died between freezing and resuming.
    camera.clear();
    return camera;
  }

  @Override
  public Optional<EncodedImage> capture() throws LineLostException {
    link.order(ANSWER, FRAME_CONTROL, FREEZE);
    int length = frozenLength();
    if (length < 4 || length > PICTURE_BYTES_MAX) {
      return Optional.empty();
    }
    byte[] picture = frozenPicture(length);
    clear();
    return isWholeJpeg(picture)
        ? Optional.of(new EncodedImage(EncodedImage.Format.JPEG, 0, 0, picture))
        : Optional.empty();
  }

  @Override
  public void clear() throws LineLostException {
    link.order(ANSWER, FRAME_CONTROL, RESUME);
  }

  @Override
  public Health health() {
    try {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        if (link.answer(HEALTH_ANSWER, VERSION) != null) {
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

  private int frozenLength() throws LineLostException {
    byte[] length = link.order(ANSWER, LENGTH, OF_CURRENT_FRAME);
    if (length.length != 4) {
      throw new LineLostException("camera: length of a picture of unexpected form");
    }
    return ByteBuffer.wrap(length).getInt();
  }

  private byte[] frozenPicture(int length) throws LineLostException {
    ByteBuffer picture = ByteBuffer.allocate(length);
    while (picture.hasRemaining()) {
      picture.put(piece(picture.position(), Math.min(PIECE_BYTES, picture.remaining())));
    }
    return picture.array();
  }

  /** Asks again for a piece that lost bytes on the way: the frozen frame has not changed. */
  private byte[] piece(int address, int bytes) throws LineLostException {
    byte[] arguments =
        ByteBuffer.allocate(12)
            .put(READ_BY_SERIAL_PORT)
            .putInt(address)
            .putInt(bytes)
            .putShort((short) DELAY_IN_10_MICROS)
            .array();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      link.expectPiece(bytes);
      Vc0706Frame answer = link.answer(pieceTransfer, Vc0706Frames.READ_PICTURE, arguments);
      if (answer != null) {
        return Vc0706Link.executed(answer);
      }
    }
    throw new LineLostException("camera: picture incomplete, check its cable");
  }

  private static boolean isWholeJpeg(byte[] picture) {
    int end = picture.length;
    return ByteBuffer.wrap(picture).getShort(0) == (short) 0xFFD8
        && ByteBuffer.wrap(picture).getShort(end - 2) == (short) 0xFFD9;
  }
}
