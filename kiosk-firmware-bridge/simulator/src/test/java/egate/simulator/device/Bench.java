package egate.simulator.device;

import egate.bridge.serial.JsscLine;
import egate.bridge.serial.LineLostException;
import java.io.IOException;
import java.nio.file.Path;

/** An emulated device and a driver's line to it, over a real pseudo-terminal. */
final class Bench implements AutoCloseable {
  private final Path link;
  private final int bitsPerSecond;
  private final SerialPort port;

  Bench(Path folder, WireDevice device, int bitsPerSecond, Pace pace) throws IOException {
    this.link = folder.resolve("device");
    this.bitsPerSecond = bitsPerSecond;
    this.port = new SerialPort(link, device, bitsPerSecond, pace);
    port.plug();
  }

  JsscLine line() throws LineLostException {
    return JsscLine.open(link, bitsPerSecond, System::nanoTime);
  }

  SerialPort port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
