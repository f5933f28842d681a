package egate.emrtd;

import java.io.IOException;

/** A contactless chip within the reader's field, as ISO/IEC 7816-4 commands see it. */
public interface CardChannel {

  /** Most bytes of a response's data field that the reader can carry in one exchange, 1..65,536. */
  int responseBytesMax();

  /** Most bytes of a whole command APDU that the reader can carry, 5..65,545. */
  int commandBytesMax();

  /**
   * Exchanges one command APDU for one response APDU, status word included.
   *
   * @return at least the two bytes of the status word
   * @throws CardLostException when the chip left the field or stopped answering; it may come back
   * @throws IOException when the reader itself is lost
   */
  byte[] transmit(byte[] command) throws IOException;
}
