package egate.bridge;

import egate.bridge.reader.ReaderPattern;

/**
 * A PC/SC reader, as {@code pcsc:RESPONSE-BYTES:READER}.
 *
 * @param responseBytesMax most data bytes of one answer, 256..65,536
 */
record PcscAddress(ReaderPattern reader, int responseBytesMax) implements ChipReaderAddress {
  static final String DRIVER = "pcsc:";

  static PcscAddress parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("device " + text + " is not pcsc:RESPONSE-BYTES:READER");
    }
    return new PcscAddress(new ReaderPattern(parts[2]), Integer.parseInt(parts[1]));
  }
}
