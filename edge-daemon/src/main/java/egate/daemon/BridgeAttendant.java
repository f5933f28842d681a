package egate.daemon;

import egate.report.Frames;
import egate.report.MalformedMessageException;
import egate.report.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.List;
import java.util.function.Consumer;

/** Follows one bridge from its start to its end, on a thread of its own, and tells what happens. */
final class BridgeAttendant implements Runnable {
  private static final int READ_BYTES = 1_024;

  private final int number;
  private final BridgeLauncher launcher;
  private final Consumer<BridgeEvent> events;

  BridgeAttendant(int number, BridgeLauncher launcher, Consumer<BridgeEvent> events) {
    this.number = number;
    this.launcher = launcher;
    this.events = events;
  }

  @Override
  public void run() {
    BridgeProcess process;
    try {
      process = launcher.start();
    } catch (IOException e) {
      events.accept(new BridgeEvent.LaunchFailed(number, String.valueOf(e.getMessage())));
      return;
    }
    events.accept(new BridgeEvent.Launched(number, process));
    listen(process);
    int exitCode = process.onExit().join();
    events.accept(new BridgeEvent.Exited(number, exitCode));
  }

  private void listen(BridgeProcess process) {
    try (ByteChannel channel = process.connect()) {
      events.accept(new BridgeEvent.Connected(number, channel));
      readAll(channel);
    } catch (MalformedMessageException e) {
      events.accept(new BridgeEvent.Babbled(number));
    } catch (IOException e) {
      // A channel that breaks has ended too.
    }
    events.accept(new BridgeEvent.HungUp(number));
  }

  private void readAll(ByteChannel channel) throws IOException, MalformedMessageException {
    Frames<Report> frames = Frames.ofReports();
    ByteBuffer bytes = ByteBuffer.allocate(READ_BYTES);
    while (channel.read(bytes) >= 0) {
      List<Report> reports = frames.feed(bytes.flip());
      reports.forEach(report -> events.accept(new BridgeEvent.Reported(number, report)));
      bytes.clear();
    }
  }
}
