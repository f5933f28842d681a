package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;

import egate.emrtd.CommandApdu;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Puts the commands of a chain together (ISO/IEC 7816-4 section 5.3.3). */
final class CommandChain {
  private static final int CHAINED = 0x10;
  private static final int BYTES_MAX = 4_096;

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private int instruction;

  void reset() {
    waiting.reset();
  }

  /** The whole command with its last piece; nothing before. Another instruction breaks a chain. */
  Optional<CommandApdu> take(CommandApdu piece) throws CommandRefusedException {
    if (piece.ins() != instruction) {
      waiting.reset();
      instruction = piece.ins();
    }
    if (waiting.size() + piece.data().length > BYTES_MAX) {
      waiting.reset();
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    waiting.writeBytes(piece.data());
    if ((piece.cla() & CHAINED) != 0) {
      return Optional.empty();
    }
    byte[] whole = waiting.toByteArray();
    waiting.reset();
    return Optional.of(new CommandApdu(0, piece.ins(), piece.p1(), piece.p2(), whole, piece.le()));
  }
}
