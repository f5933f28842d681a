package egate.simulator.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An emulated VC0706 camera. Frozen, its buffer keeps the frame of that moment; running, the buffer
 * holds whatever the camera sees now.
 */
public final class Vc0706Device implements WireDevice {
  private static final byte[] VERSION = "VC0703 1.00".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STARTED = "Init end\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 4;
  private static final int BAD_DATA_LENGTH = 0x02;
  private static final int BAD_DATA_FORM = 0x03;
  private static final int UNKNOWN_COMMAND = 0x01;

  private final ReceiveBuffer received = new ReceiveBuffer(1_024);
  private @Nullable WireOutput out;
  private byte[] scene = new byte[0];
  private byte[] frame = new byte[0];
  private boolean frozen;

  @Override
  public void attach(WireOutput out) {
    this.out = out;
  }

  /**
   * What stands before the camera from now on.
   *
   * @param jpeg as the camera would encode it, 0..65,535 bytes
   */
  public synchronized void show(byte[] jpeg) {
    if (jpeg.length > 0xFFFF) {
      throw new IllegalArgumentException("picture of " + jpeg.length + " bytes");
    }
    scene = jpeg.clone();
    grab();
  }

  /** What the camera's memory holds now. */
  public synchronized byte[] frameBuffer() {
    return frame.clone();
  }

  @Override
  public synchronized void receive(byte[] bytes) {
    received.add(bytes);
    while (received.size() >= HEADER_BYTES) {
      int arguments = received.unsigned8(3);
      if (received.unsigned8(0) != 0x56 || received.unsigned8(1) != 0) {
        received.drop(1);
      } else if (received.size() < HEADER_BYTES + arguments) {
        return;
      } else {
        int command = received.unsigned8(2);
        byte[] taken = received.copy(HEADER_BYTES, HEADER_BYTES + arguments);
        received.drop(HEADER_BYTES + arguments);
        obey(command, taken);
      }
    }
  }

  private void obey(int command, byte[] arguments) {
    switch (command) {
      case 0x11 -> answer(command, 0, VERSION);
      case 0x24 -> changeSpeed(arguments);
      case 0x26 -> reset();
      case 0x31 -> answer(command, 0);
      case 0x32 -> read(arguments);
      case 0x34 -> answer(command, 0, length());
      case 0x36 -> control(arguments);
      default -> answer(command, UNKNOWN_COMMAND);
    }
  }

  private void control(byte[] arguments) {
    if (arguments.length != 1) {
      answer(0x36, BAD_DATA_LENGTH);
      return;
    }
    frozen = arguments[0] == 0;
    grab();
    answer(0x36, 0);
  }

  private void reset() {
    frozen = false;
    grab();
    answer(0x26, 0);
    output().send(STARTED);
  }

  private void grab() {
    if (!frozen) {
      frame = scene.clone();
    }
  }

  private byte[] length() {
    return new byte[] {0, 0, (byte) (frame.length >> 8), (byte) frame.length};
  }

  private void read(byte[] arguments) {
    if (arguments.length != 12) {
      answer(0x32, BAD_DATA_LENGTH);
      return;
    }
    int from = unsigned32(arguments, 2);
    int count = unsigned32(arguments, 6);
    if (from < 0 || count < 0 || from > frame.length || count > frame.length - from) {
      answer(0x32, BAD_DATA_FORM);
      return;
    }
    answer(0x32, 0);
    output().send(Arrays.copyOfRange(frame, from, from + count));
    answer(0x32, 0);
  }

  private void changeSpeed(byte[] arguments) {
    int code =
        arguments.length == 3 ? unsigned32(new byte[] {0, 0, arguments[1], arguments[2]}, 0) : 0;
    int bitsPerSecond =
        switch (code) {
          case 0xAEC8 -> 9_600;
          case 0x56E4 -> 19_200;
          case 0x2AF2 -> 38_400;
          case 0x1C4C -> 57_600;
          case 0x0DA6 -> 115_200;
          default -> 0;
        };
    if (bitsPerSecond == 0) {
      answer(0x24, BAD_DATA_FORM);
      return;
    }
    answer(0x24, 0);
    output().speed(bitsPerSecond);
  }

  private void answer(int command, int status, byte... data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0x76, 0, (byte) command, (byte) status, (byte) data.length});
    bytes.writeBytes(data);
    output().send(bytes.toByteArray());
  }

  private static int unsigned32(byte[] bytes, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      value = (value << 8) | (bytes[i] & 0xFF);
    }
    return value;
  }

  private WireOutput output() {
    return Objects.requireNonNull(out, "not attached");
  }
}
