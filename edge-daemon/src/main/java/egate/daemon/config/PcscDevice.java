package egate.daemon.config;

/**
 * A PC/SC reader.
 *
 * @param reader its name as pcscd gives it, in which * stands for any characters
 * @param responseBytesMax most data bytes that it carries in one answer, in {@link
 *     #RESPONSE_BYTES}; 256 for a reader without extended length
 */
public record PcscDevice(String reader, int responseBytesMax) implements ChipReaderDevice {
  /** The driver's name in a profile. */
  public static final String DRIVER = "pcsc";

  static final Range RESPONSE_BYTES = Range.of(256, 65_536);
}
