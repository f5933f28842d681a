package egate.bridge;

import egate.report.Report;
import java.io.IOException;
import java.time.Duration;

/** Tells the daemon each second how each device did; also a sign that this process lives. */
final class HealthReports {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private HealthReports() {}

  static void start(Devices devices, DaemonLine daemon) {
    Thread.ofPlatform().daemon().name("health").start(() -> report(devices, daemon));
  }

  private static void report(Devices devices, DaemonLine daemon) {
    try {
      while (true) {
        for (var health : devices.health().entrySet()) {
          daemon.send(new Report.DeviceHealth(health.getKey(), health.getValue()));
        }
        Thread.sleep(EVERY);
      }
    } catch (IOException | InterruptedException e) {
      return; // the line is gone, and the thread that reads it ends the process
    }
  }
}
