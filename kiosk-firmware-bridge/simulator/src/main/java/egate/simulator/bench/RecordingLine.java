package egate.simulator.bench;

import egate.bridge.RehearsalScript;
import egate.bridge.serial.SerialLine;
import egate.simulator.device.WireDevice;
import egate.simulator.device.WireOutput;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** An emulated device without a line in between, of which every exchange is kept. */
final class RecordingLine implements SerialLine {
  private final WireDevice device;
  private final ByteArrayOutputStream fromHost = new ByteArrayOutputStream();
  private final ByteArrayOutputStream fromDevice = new ByteArrayOutputStream();
  private final List<RehearsalScript.Exchange> exchanges = new ArrayList<>();

  RecordingLine(WireDevice device) {
    this.device = device;
    device.attach(
        new WireOutput() {
          @Override
          public void send(byte[] bytes) {
            fromDevice.writeBytes(bytes);
          }

          @Override
          public void speed(int bitsPerSecond) {
            // There is no line that could have one.
          }
        });
  }

  @Override
  public void write(byte[] bytes) {
    fromHost.writeBytes(bytes);
    device.receive(bytes);
  }

  @Override
  public byte[] read(long deadlineNanos) {
    byte[] answer = fromDevice.toByteArray();
    if (answer.length > 0) {
      fromDevice.reset();
      exchanges.add(new RehearsalScript.Exchange(fromHost.toByteArray(), answer));
      fromHost.reset();
    }
    return answer;
  }

  @Override
  public void speed(int bitsPerSecond) {
    // There is no line that could have one.
  }

  @Override
  public void close() {
    // What was written and not answered, the end of clearing a buffer for one, is kept too.
    if (fromHost.size() > 0) {
      exchanges.add(new RehearsalScript.Exchange(fromHost.toByteArray(), new byte[0]));
      fromHost.reset();
    }
  }

  List<RehearsalScript.Exchange> exchanges() {
    return exchanges;
  }
}
