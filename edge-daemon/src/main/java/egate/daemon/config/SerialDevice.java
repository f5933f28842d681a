package egate.daemon.config;

import java.util.List;

/**
 * A device behind a serial port.
 *
 * @param driver the protocol that it speaks
 * @param path its port, relative to the state folder
 * @param baud bits per second, one of {@link #BAUDS}
 */
public record SerialDevice(String driver, String path, int baud) implements ChipReaderDevice {
  static final List<Integer> BAUDS =
      List.of(9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600);

  public SerialDevice {
    if (!BAUDS.contains(baud)) {
      throw new IllegalArgumentException(baud + " baud is not possible");
    }
  }
}
