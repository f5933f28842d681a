package egate.simulator;

import egate.gate.gpio.InputLine;
import egate.simulator.board.Mantrap;
import egate.simulator.board.RelayBoard;
import egate.simulator.board.Wiring;
import egate.simulator.chip.ChipField;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** What stands at the gate: doors, lamps, sensors and the four devices, all plugged. */
final class GateSite implements AutoCloseable {
  private static final int MRZ_READER_BAUD = 9_600;
  private static final int CHIP_READER_BAUD = 115_200;
  private static final int SENSOR_BAUD = 57_600;
  private static final int DESK_BAUD = 9_600;
  private static final int CAMERA_BAUD = 38_400;

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final RelayBoard board;
  private final Mantrap mantrap;
  private final MrzReaderDevice mrzReader = new MrzReaderDevice(MrzReaderDevice.Framing.SOH_OU);
  private final ChipField chipReader;
  private final Optional<SmartCards> smartCards;
  private final ZfmDevice sensor = new ZfmDevice(0, 2, SENSOR_BAUD, ZfmDevice.Quirks.NONE);
  private final Vc0706Device camera = new Vc0706Device();
  private @Nullable SerialPort chipReaderPort;
  private final OfficersDesk desk = new OfficersDesk();
  private final SerialPort sensorPort;
  private final List<SerialPort> ports = new ArrayList<>();

  private GateSite(Path state, Pace pace, Optional<SmartCards> smartCards) throws IOException {
    Path dev = Files.createDirectories(state.resolve("dev"));
    Path run = Files.createDirectories(state.resolve("run"));
    Wiring wiring = Wiring.of(SimulatedPins.pins());
    board = RelayBoard.listen(run.resolve("lines.sock"), wiring, time, System::nanoTime);
    mantrap =
        new Mantrap(
            board, SimulatedPins.pins(), Duration.ofMillis(150), Duration.ofMillis(150), time);
    this.smartCards = smartCards;
    sensorPort = new SerialPort(dev.resolve("finger-sensor"), sensor, SENSOR_BAUD, pace);
    ports.add(new SerialPort(dev.resolve("mrz-reader"), mrzReader, MRZ_READER_BAUD, pace));
    ports.add(sensorPort);
    ports.add(new SerialPort(dev.resolve("desk"), desk, DESK_BAUD, pace));
    ports.add(new SerialPort(dev.resolve("camera"), camera, CAMERA_BAUD, pace));
    chipReader = smartCards.isPresent() ? smartCards.get().field() : serialChipReader(dev, pace);
  }

  private Pn532Device serialChipReader(Path dev, Pace pace) throws IOException {
    FieldPace field = pace == Pace.REAL ? FieldPace.REAL : FieldPace.FAST;
    Pn532Device reader = new Pn532Device(new SplittableRandom(), field);
    chipReaderPort = new SerialPort(dev.resolve("chip-reader"), reader, CHIP_READER_BAUD, pace);
    ports.add(chipReaderPort);
    return reader;
  }

  /**
   * Builds it up below the gate's state folder, where the simulated profile looks for it.
   *
   * @param smartCards where chips are laid down; without it at a PN532 on a serial line
   */
  static GateSite build(Path state, Pace pace, Optional<SmartCards> smartCards) throws IOException {
    GateSite site = new GateSite(state, pace, smartCards);
    for (SerialPort port : site.ports) {
      port.plug();
    }
    return site;
  }

  RelayBoard board() {
    return board;
  }

  OfficersDesk desk() {
    return desk;
  }

  /** What people and things do to an input that is neither door nor zone. */
  void input(InputLine line, boolean on) {
    board.setInput(SimulatedPins.pins().number(line), on);
  }

  Mantrap mantrap() {
    return mantrap;
  }

  MrzReaderDevice mrzReader() {
    return mrzReader;
  }

  ChipField chipReader() {
    return chipReader;
  }

  /** The serial reader's cable comes off, or pcscd is killed. */
  void loseChipReader() throws IOException, InterruptedException {
    if (smartCards.isPresent()) {
      smartCards.get().kill();
    }
    if (chipReaderPort != null) {
      chipReaderPort.unplug();
    }
  }

  void restoreChipReader() throws IOException {
    if (smartCards.isPresent()) {
      smartCards.get().restart();
    }
    if (chipReaderPort != null) {
      chipReaderPort.plug();
    }
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
    smartCards.ifPresent(SmartCards::close);
    board.close();
    time.shutdownNow();
  }
}
