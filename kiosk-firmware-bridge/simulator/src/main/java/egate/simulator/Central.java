package egate.simulator;

import egate.simulator.central.Broker;
import egate.simulator.central.BrokerException;
import egate.simulator.central.Collector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Central monitoring on this machine: its broker and what collects there. */
record Central(int port, Broker broker, Collector collector) implements AutoCloseable {

  /**
   * Starts both.
   *
   * @param folder where the collector commits what it gets
   */
  static Central start(Path folder) throws IOException, BrokerException {
    int port = freePort();
    Broker broker = new Broker(folder.resolve("broker"), port);
    broker.start();
    Collector collector = new Collector(port, folder.resolve("received.jsonl"), _ -> {});
    collector.start();
    return new Central(port, broker, collector);
  }

  /** A port that was free a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws BrokerException {
    collector.close();
    broker.close();
  }
}
