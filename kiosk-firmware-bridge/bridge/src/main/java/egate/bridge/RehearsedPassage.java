package egate.bridge;

import egate.biometric.face.FaceCapability;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import egate.inspection.TrustStore;
import egate.report.Device;
import egate.report.PassagePolicy;
import egate.report.Report;
import egate.report.WallTime;
import egate.terminal.TerminalCapability;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * One whole passage without a daemon and a gate, on whatever lines it is given. The way that a
 * traveller takes is the very one of production.
 */
public final class RehearsedPassage {
  private static final PassagePolicy POLICY =
      new PassagePolicy(100, 1, true, 60_000, 1_000, 60_000);

  private static final DeviceAddresses ADDRESSES =
      new DeviceAddresses(
          new DeviceAddress("soh-ou", 9_600, Device.MRZ_READER.name()),
          new DeviceAddress("pn532", 115_200, Device.CHIP_READER.name()),
          new DeviceAddress("zfm", 57_600, Device.FINGER_SENSOR.name()),
          new DeviceAddress("vc0706", 38_400, Device.CAMERA.name()));

  private RehearsedPassage() {}

  /** Where each device's line comes from. */
  public interface Lines {
    SerialLine open(Device device) throws LineLostException;
  }

  /**
   * Serves one traveller who is there already: document presented, finger placed.
   *
   * @param random the same numbers make the same bytes on the lines
   * @param nanos monotonic clock, in nanoseconds
   * @return what was reported
   */
  public static List<Report> play(
      TrustStore trust, LocalDate today, RandomGenerator random, LongSupplier nanos, Lines lines)
      throws IOException, InterruptedException {
    RehearsedDaemon daemon = new RehearsedDaemon();
    Surroundings surroundings =
        new Surroundings(
            daemon,
            POLICY,
            trust,
            () -> WallTime.on(today),
            nanos,
            random,
            FaceCapability.NONE,
            TerminalCapability.NONE);
    DeviceDrivers drivers =
        new SerialDrivers(ADDRESSES, address -> lines.open(Device.valueOf(address.path())), nanos);
    Devices devices = new Devices(drivers, surroundings);
    try {
      new TravellerSession(surroundings, devices).serve();
    } catch (DeviceLostException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      devices.close();
    }
    return daemon.reports();
  }
}
