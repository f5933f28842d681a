package egate.simulator.device;

import egate.biometric.GreyImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An emulated fingerprint module of the ZFM/R30x family. Like a real one it keeps the last image in
 * its buffer until another is written there.
 */
public final class ZfmDevice implements WireDevice {
  public static final int WIDTH = 256;
  public static final int HEIGHT = 288;
  public static final int IMAGE_BYTES = WIDTH * HEIGHT / 2;

  /** Ways in which modules differ from their manual. */
  public record Quirks(boolean noFinalPacket, int writeBytesMax) {

    /** As the manual says. */
    public static final Quirks NONE = new Quirks(false, Integer.MAX_VALUE);

    /**
     * The common ones.
     *
     * @param noFinalPacket the image's last packet is marked as any other (R551)
     * @param writeBytesMax packets reach the host in pieces of so many bytes, 1 or more
     */
    public Quirks {
      if (writeBytesMax < 1) {
        throw new IllegalArgumentException("pieces of " + writeBytesMax + " bytes");
      }
    }
  }

  private static final int SPEED_UNIT = 9_600;
  private static final int MUST_VERIFY_PASSWORD = 0x21;

  private final int password;
  private final Quirks quirks;
  private final ZfmWire wire = new ZfmWire();
  private final byte[] imageBuffer = new byte[IMAGE_BYTES];
  private int imagesSent;
  private @Nullable WireOutput out;
  private @Nullable GreyImage finger;
  private boolean verified;
  private int packetCode;
  private int speedCode;
  private int downloaded = IMAGE_BYTES;

  /**
   * @param password 0 as delivered
   * @param packetCode 0..3 for 32, 64, 128, 256 data bytes a packet
   * @param bitsPerSecond a multiple of 9,600 up to 115,200
   */
  public ZfmDevice(int password, int packetCode, int bitsPerSecond, Quirks quirks) {
    this.password = password;
    this.packetCode = packetCode;
    this.speedCode = bitsPerSecond / SPEED_UNIT;
    this.quirks = quirks;
    this.verified = password == 0;
  }

  @Override
  public void attach(WireOutput out) {
    this.out = out;
  }

  /**
   * A finger on the glass, until another is placed or it is lifted.
   *
   * @param image 256 x 288 pixels
   */
  public synchronized void place(GreyImage image) {
    if (image.width() != WIDTH || image.height() != HEIGHT) {
      throw new IllegalArgumentException("finger of " + image.width() + " x " + image.height());
    }
    finger = image;
  }

  public synchronized void lift() {
    finger = null;
  }

  /** How many images the module has sent since it was made. */
  public synchronized int imagesSent() {
    return imagesSent;
  }

  /** What the module's memory holds now: two pixels a byte. */
  public synchronized byte[] imageBuffer() {
    return imageBuffer.clone();
  }

  @Override
  public synchronized void receive(byte[] bytes) {
    for (ZfmWire.Packet packet : wire.received(bytes)) {
      switch (packet.type()) {
        case ZfmWire.COMMAND -> obey(packet.data());
        case ZfmWire.DATA, ZfmWire.LAST_DATA -> store(packet.data());
        case ZfmWire.BROKEN -> acknowledge(0x01);
        default -> {}
      }
    }
  }

  private void obey(byte[] command) {
    int code = command[0];
    if (!verified && code != 0x13) {
      acknowledge(MUST_VERIFY_PASSWORD);
      return;
    }
    switch (code) {
      case 0x01 -> generateImage();
      case 0x0A -> uploadImage();
      case 0x0B -> downloadImage();
      case 0x0E -> setParameter(command);
      case 0x0F -> readParameters();
      case 0x13 -> verifyPassword(command);
      default -> acknowledge(0x01);
    }
  }

  private void generateImage() {
    GreyImage placed = finger;
    if (placed == null) {
      acknowledge(0x02);
      return;
    }
    System.arraycopy(packed(placed.pixels()), 0, imageBuffer, 0, IMAGE_BYTES);
    acknowledge(0x00);
  }

  /** Pixels of eight bits as the sensor keeps them: two a byte, the high nibble first. */
  public static byte[] packed(byte[] pixels) {
    byte[] packed = new byte[pixels.length / 2];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (byte) ((pixels[2 * i] & 0xF0) | ((pixels[2 * i + 1] & 0xF0) >> 4));
    }
    return packed;
  }

  private void uploadImage() {
    imagesSent++;
    acknowledge(0x00);
    int packetBytes = 32 << packetCode;
    for (int from = 0; from < IMAGE_BYTES; from += packetBytes) {
      boolean marked = from + packetBytes == IMAGE_BYTES && !quirks.noFinalPacket();
      byte[] data = Arrays.copyOfRange(imageBuffer, from, from + packetBytes);
      send(ZfmWire.packet(marked ? ZfmWire.LAST_DATA : ZfmWire.DATA, data));
    }
  }

  private void downloadImage() {
    downloaded = 0;
    acknowledge(0x00);
  }

  private void store(byte[] data) {
    int count = Math.min(data.length, IMAGE_BYTES - downloaded);
    System.arraycopy(data, 0, imageBuffer, downloaded, count);
    downloaded += count;
  }

  private void setParameter(byte[] command) {
    switch (command[1]) {
      case 4 -> {
        acknowledge(0x00);
        speedCode = command[2];
        output().speed(speedCode * SPEED_UNIT);
      }
      case 6 -> {
        packetCode = command[2] & 3;
        acknowledge(0x00);
      }
      default -> acknowledge(0x1A);
    }
  }

  private void readParameters() {
    ByteBuffer parameters = ByteBuffer.allocate(17);
    parameters.put((byte) 0x00).putShort((short) 0).putShort((short) 0).putShort((short) 1000);
    parameters.putShort((short) 3).putInt(ZfmWire.ADDRESS);
    parameters.putShort((short) packetCode).putShort((short) speedCode);
    send(ZfmWire.packet(ZfmWire.ACKNOWLEDGE, parameters.array()));
  }

  private void verifyPassword(byte[] command) {
    verified = command.length == 5 && ByteBuffer.wrap(command).getInt(1) == password;
    acknowledge(verified ? 0x00 : 0x13);
  }

  private void acknowledge(int confirmation) {
    send(ZfmWire.packet(ZfmWire.ACKNOWLEDGE, new byte[] {(byte) confirmation}));
  }

  private void send(byte[] packet) {
    for (int from = 0; from < packet.length; ) {
      int to = from + Math.min(quirks.writeBytesMax(), packet.length - from);
      output().send(Arrays.copyOfRange(packet, from, to));
      from = to;
    }
  }

  private WireOutput output() {
    return Objects.requireNonNull(out, "not attached");
  }
}
