package egate.simulator.chip;

import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;

/** A chip without any wire before it. */
record DirectChannel(SimulatedChip chip, int responseBytesMax) implements CardChannel {

  @Override
  public int commandBytesMax() {
    return 65_545;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardLostException {
    return chip.transmit(command).orElseThrow(() -> new CardLostException("gone"));
  }
}
