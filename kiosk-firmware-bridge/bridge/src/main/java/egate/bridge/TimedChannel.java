package egate.bridge;

import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import java.io.IOException;

/**
 * A chip under the passage's deadline: a chip that answers for ever is lost at its end, and so is
 * one whose passage the daemon has ended.
 */
record TimedChannel(CardChannel chip, Deadline deadline, Surroundings surroundings)
    implements CardChannel {

  @Override
  public int responseBytesMax() {
    return chip.responseBytesMax();
  }

  @Override
  public int commandBytesMax() {
    return chip.commandBytesMax();
  }

  @Override
  public byte[] transmit(byte[] command) throws IOException {
    if (deadline.over() || surroundings.daemon().ended()) {
      throw new CardLostException("out of time");
    }
    return chip.transmit(command);
  }
}
