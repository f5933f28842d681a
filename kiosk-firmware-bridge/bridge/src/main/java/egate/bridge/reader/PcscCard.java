package egate.bridge.reader;

import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import java.io.IOException;
import java.time.Duration;

/** A chip that a PC/SC reader holds for this program alone. */
final class PcscCard implements CardChannel {
  private static final int COMMAND_BYTES_MAX = 65_545;
  private static final int COMMAND_BYTES_SHORT = 261;
  private static final int SHORT_RESPONSE_BYTES = 256;
  private static final int STATUS_WORD_BYTES = 2;

  /** ISO/IEC 14443-4 lets a chip ask for 4.9 s, and reader and pcscd take some time themselves. */
  private static final Duration ANSWER = Duration.ofSeconds(6);

  private final ResourceManager manager;
  private final PatientCalls calls;
  private final long handle;
  private final int responseBytesMax;
  private boolean lost;

  PcscCard(ResourceManager manager, PatientCalls calls, long handle, int responseBytesMax) {
    this.manager = manager;
    this.calls = calls;
    this.handle = handle;
    this.responseBytesMax = responseBytesMax;
  }

  @Override
  public int responseBytesMax() {
    return responseBytesMax;
  }

  @Override
  public int commandBytesMax() {
    return responseBytesMax > SHORT_RESPONSE_BYTES ? COMMAND_BYTES_MAX : COMMAND_BYTES_SHORT;
  }

  @Override
  public byte[] transmit(byte[] command) throws IOException {
    byte[] response = exchanged(command);
    if (response.length < STATUS_WORD_BYTES) {
      lost = true;
      throw new CardLostException("chip answered with " + response.length + " bytes");
    }
    return response;
  }

  private byte[] exchanged(byte[] command) throws IOException {
    try {
      return calls.within(ANSWER, () -> manager.transmit(handle, command));
    } catch (PcscException e) {
      if (e.meaning() == PcscException.Meaning.READER_LOST) {
        throw new LineLostException("chip reader: " + e.getMessage(), e);
      }
      lost = true;
      throw new CardLostException("chip does not answer, or left the reader");
    }
  }

  boolean lost() {
    return lost;
  }

  /** Lets go of the chip, which forgets its session. */
  void release() throws PcscException {
    calls.within(
        ANSWER,
        () -> {
          manager.disconnect(handle, !lost);
          return true;
        });
  }
}
