package egate.simulator.chip;

import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import java.io.IOException;

/** A chip without a reader between, as if the reader carried so many bytes. */
record DirectChannel(SimulatedChip chip, int bytesMax, Runnable onCommand) implements CardChannel {

  DirectChannel(SimulatedChip chip, int bytesMax) {
    this(chip, bytesMax, () -> {});
  }

  @Override
  public int responseBytesMax() {
    return bytesMax;
  }

  @Override
  public int commandBytesMax() {
    return bytesMax;
  }

  @Override
  public byte[] transmit(byte[] command) throws IOException {
    onCommand.run();
    return chip.transmit(command).orElseThrow(() -> new CardLostException("left the field"));
  }
}
