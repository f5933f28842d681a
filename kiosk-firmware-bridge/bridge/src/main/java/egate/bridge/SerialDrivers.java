package egate.bridge;

import egate.bridge.camera.Camera;
import egate.bridge.camera.Vc0706;
import egate.bridge.finger.FingerSensor;
import egate.bridge.finger.Zfm;
import egate.bridge.reader.ChipReader;
import egate.bridge.reader.MrzFramer;
import egate.bridge.reader.MrzReader;
import egate.bridge.reader.PcscReader;
import egate.bridge.reader.Pn532;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The drivers that a profile can name, each on a line that is opened for it. */
final class SerialDrivers implements DeviceDrivers {
  /** As delivered; a module with a password of its own needs a key in the profile first. */
  private static final int ZFM_PASSWORD = 0;

  /** A device may still be sending what an earlier bridge asked of it. */
  private static final Duration DEAF_MAX = Duration.ofSeconds(15);

  private final DeviceAddresses addresses;
  private final Opener opener;
  private final LongSupplier nanos;

  /** Opens a line: a serial port, or a rehearsed one. */
  interface Opener {
    SerialLine open(DeviceAddress address) throws LineLostException;
  }

  SerialDrivers(DeviceAddresses addresses, Opener opener, LongSupplier nanos) {
    this.addresses = addresses;
    this.opener = opener;
    this.nanos = nanos;
  }

  @Override
  public MrzReader mrzReader() throws LineLostException {
    DeviceAddress address = addresses.mrzReader();
    return new MrzReader(opener.open(address), MrzFramer.named(address.driver()), nanos);
  }

  @Override
  public ChipReader chipReader() throws LineLostException {
    return switch (addresses.chipReader()) {
      case DeviceAddress serial ->
          closingOnFailure(require("pn532", serial), line -> Pn532.connect(line, nanos));
      case PcscAddress pcsc -> PcscReader.connect(pcsc.reader(), pcsc.responseBytesMax(), nanos);
    };
  }

  @Override
  public FingerSensor fingerSensor() throws LineLostException {
    DeviceAddress address = require("zfm", addresses.fingerSensor());
    return closingOnFailure(
        address, line -> Zfm.connect(line, address.baud(), ZFM_PASSWORD, DEAF_MAX, nanos));
  }

  @Override
  public Camera camera() throws LineLostException {
    DeviceAddress address = require("vc0706", addresses.camera());
    return closingOnFailure(address, line -> Vc0706.connect(line, address.baud(), DEAF_MAX, nanos));
  }

  private interface Connecting<T> {
    T connect(SerialLine line) throws LineLostException;
  }

  /** A device that is there but does not answer must not keep its line. */
  private <T> T closingOnFailure(DeviceAddress address, Connecting<T> connecting)
      throws LineLostException {
    SerialLine line = opener.open(address);
    try {
      return connecting.connect(line);
    } catch (LineLostException e) {
      line.close();
      throw e;
    }
  }

  private static DeviceAddress require(String driver, DeviceAddress address) {
    if (!address.driver().equals(driver)) {
      throw new IllegalArgumentException("driver " + address.driver() + " is unknown");
    }
    return address;
  }
}
