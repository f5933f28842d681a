package egate.bridge.camera;

import egate.bridge.serial.FramedLine;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Commands to the camera, {@code 56 serial command length arguments}, and their answers. */
final class Vc0706Link {
  private static final byte COMMAND = 0x56;
  private static final byte SERIAL_NUMBER = 0;

  private final SerialLine line;
  private final Vc0706Frames parser = new Vc0706Frames();
  private final FramedLine<Vc0706Frame> frames;
  private final LongSupplier nanos;

  Vc0706Link(SerialLine line, LongSupplier nanos) {
    this.line = line;
    this.frames = new FramedLine<>(line, parser, nanos);
    this.nanos = nanos;
  }

  /** How much picture data the next such answer carries. */
  void expectPiece(int bytes) {
    parser.expectPiece(bytes);
  }

  /** The answer, whatever its status; null if none came. */
  @Nullable Vc0706Frame answer(Duration patience, int command, byte... arguments)
      throws LineLostException {
    frames.discard();
    frames.write(encoded(command, arguments));
    long deadline = nanos.getAsLong() + patience.toNanos();
    Vc0706Frame frame = frames.next(deadline);
    while (frame != null && frame.command() != command) {
      frame = frames.next(deadline);
    }
    return frame;
  }

  /** The answer's data of a command that must succeed. */
  byte[] order(Duration patience, int command, byte... arguments) throws LineLostException {
    Vc0706Frame answer = answer(patience, command, arguments);
    if (answer == null) {
      throw silent();
    }
    return executed(answer);
  }

  void close() {
    line.close();
  }

  static byte[] executed(Vc0706Frame answer) throws LineLostException {
    if (answer.status() != 0) {
      throw new LineLostException(
          "camera: command %02x answered %02x".formatted(answer.command(), answer.status()));
    }
    return answer.data();
  }

  static LineLostException silent() {
    return new LineLostException("camera: no answer, check power and speed");
  }

  private static byte[] encoded(int command, byte[] arguments) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + arguments.length);
    bytes.put(COMMAND).put(SERIAL_NUMBER).put((byte) command);
    return bytes.put((byte) arguments.length).put(arguments).array();
  }
}
