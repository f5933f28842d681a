package egate.bridge.finger;

import egate.bridge.serial.FramedLine;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Commands to the module and their acknowledgements. */
final class ZfmLink {

  /** The confirmation of a command that was executed. */
  static final int OK = 0x00;

  private final SerialLine line;
  private final FramedLine<ZfmPacket> packets;
  private final LongSupplier nanos;

  ZfmLink(SerialLine line, LongSupplier nanos) {
    this.line = line;
    this.packets = new FramedLine<>(line, new ZfmPackets(), nanos);
    this.nanos = nanos;
  }

  /** The acknowledgement's data, of which the first byte is the confirmation; null if none came. */
  byte @Nullable [] answer(Duration patience, int command, byte... parameters)
      throws LineLostException {
    byte[] data = new byte[1 + parameters.length];
    data[0] = (byte) command;
    System.arraycopy(parameters, 0, data, 1, parameters.length);
    packets.discard();
    send(new ZfmPacket(ZfmPacket.COMMAND, data));
    long deadline = deadline(patience);
    ZfmPacket packet = next(deadline);
    while (packet != null && !isAnswer(packet)) {
      packet = next(deadline);
    }
    return packet == null ? null : packet.data();
  }

  /** An answer, whatever its confirmation. */
  byte[] ask(Duration patience, int command) throws LineLostException {
    byte @Nullable [] answer = answer(patience, command);
    if (answer == null) {
      throw silent();
    }
    return answer;
  }

  /** The answer of a command that must succeed. */
  byte[] order(Duration patience, int command) throws LineLostException {
    byte[] answer = ask(patience, command);
    require(command, answer);
    return answer;
  }

  void send(ZfmPacket packet) throws LineLostException {
    packets.write(packet.encoded());
  }

  /** The next packet of any type, or null when the time is up. */
  @Nullable ZfmPacket next(long deadlineNanos) throws LineLostException {
    return packets.next(deadlineNanos);
  }

  void pause(Duration pause) throws LineLostException {
    packets.await(deadline(pause));
  }

  long deadline(Duration patience) {
    return nanos.getAsLong() + patience.toNanos();
  }

  void close() {
    line.close();
  }

  static void require(int command, byte[] answer) throws LineLostException {
    if (answer[0] != OK) {
      throw refused(command, answer[0]);
    }
  }

  static LineLostException refused(int command, int confirmation) {
    return new LineLostException(
        "fingerprint sensor: command %02x answered %02x".formatted(command, confirmation & 0xFF));
  }

  static LineLostException silent() {
    return new LineLostException("fingerprint sensor: no answer, check power and speed");
  }

  private static boolean isAnswer(ZfmPacket packet) {
    return packet.type() == ZfmPacket.ACKNOWLEDGE && packet.data().length > 0;
  }
}
