package egate.simulator;

import egate.simulator.board.Mantrap;
import egate.simulator.board.RelayBoard;
import egate.simulator.board.Wiring;
import egate.simulator.chip.FieldPace;
import egate.simulator.chip.Pn532Device;
import egate.simulator.device.MrzReaderDevice;
import egate.simulator.device.Pace;
import egate.simulator.device.SerialPort;
import egate.simulator.device.Vc0706Device;
import egate.simulator.device.ZfmDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What stands at the gate: doors, lamps, sensors and the four serial devices, all plugged. */
final class GateSite implements AutoCloseable {
  private static final int MRZ_READER_BAUD = 9_600;
  private static final int CHIP_READER_BAUD = 115_200;
  private static final int SENSOR_BAUD = 57_600;
  private static final int CAMERA_BAUD = 38_400;

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final RelayBoard board;
  private final Mantrap mantrap;
  private final MrzReaderDevice mrzReader = new MrzReaderDevice(MrzReaderDevice.Framing.SOH_OU);
  private final Pn532Device chipReader;
  private final ZfmDevice sensor = new ZfmDevice(0, 2, SENSOR_BAUD, ZfmDevice.Quirks.NONE);
  private final Vc0706Device camera = new Vc0706Device();
  private final SerialPort sensorPort;
  private final List<SerialPort> ports;

  private GateSite(Path state, Pace pace) throws IOException {
    Path dev = Files.createDirectories(state.resolve("dev"));
    Path run = Files.createDirectories(state.resolve("run"));
    Wiring wiring = Wiring.of(SimulatedPins.pins());
    board = RelayBoard.listen(run.resolve("lines.sock"), wiring, time, System::nanoTime);
    mantrap =
        new Mantrap(
            board, SimulatedPins.pins(), Duration.ofMillis(150), Duration.ofMillis(150), time);
    chipReader =
        new Pn532Device(
            new SplittableRandom(), pace == Pace.REAL ? FieldPace.REAL : FieldPace.FAST);
    sensorPort = new SerialPort(dev.resolve("finger-sensor"), sensor, SENSOR_BAUD, pace);
    ports =
        List.of(
            new SerialPort(dev.resolve("mrz-reader"), mrzReader, MRZ_READER_BAUD, pace),
            new SerialPort(dev.resolve("chip-reader"), chipReader, CHIP_READER_BAUD, pace),
            sensorPort,
            new SerialPort(dev.resolve("camera"), camera, CAMERA_BAUD, pace));
  }

  /** Builds it up below the gate's state folder, where the simulated profile looks for it. */
  static GateSite build(Path state, Pace pace) throws IOException {
    GateSite site = new GateSite(state, pace);
    for (SerialPort port : site.ports) {
      port.plug();
    }
    return site;
  }

  RelayBoard board() {
    return board;
  }

  Mantrap mantrap() {
    return mantrap;
  }

  MrzReaderDevice mrzReader() {
    return mrzReader;
  }

  Pn532Device chipReader() {
    return chipReader;
  }

  ZfmDevice sensor() {
    return sensor;
  }

  /** Where the fingerprint sensor's cable can be pulled. */
  SerialPort sensorPort() {
    return sensorPort;
  }

  Vc0706Device camera() {
    return camera;
  }

  @Override
  public void close() throws IOException {
    for (SerialPort port : ports) {
      port.close();
    }
    board.close();
    time.shutdownNow();
  }
}
