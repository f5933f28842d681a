package egate.bridge;

/** Where the chip reader is: behind a serial port, or behind pcscd. */
sealed interface ChipReaderAddress permits DeviceAddress, PcscAddress {

  /** Reads {@code pcsc:RESPONSE-BYTES:READER}, or a serial device. */
  static ChipReaderAddress parse(String text) {
    return text.startsWith(PcscAddress.DRIVER)
        ? PcscAddress.parse(text)
        : DeviceAddress.parse(text);
  }
}
