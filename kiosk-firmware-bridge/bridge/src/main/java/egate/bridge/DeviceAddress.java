package egate.bridge;

/**
 * One device behind a serial port, as {@code DRIVER:BAUD:PATH}.
 *
 * @param baud 1,200..4,000,000 bits a second
 */
record DeviceAddress(String driver, int baud, String path) implements ChipReaderAddress {

  static final DeviceAddress NONE = new DeviceAddress("none", 9_600, "/dev/null");

  static DeviceAddress parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("device " + text + " is not DRIVER:BAUD:PATH");
    }
    return new DeviceAddress(parts[0], Integer.parseInt(parts[1]), parts[2]);
  }
}
