package egate.daemon.uplink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** An MQTT 5 broker in this process that keeps nothing: stopped, it has lost every message. */
final class TestBroker implements AutoCloseable {
  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  /** A port that was free a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  TestBroker(int port) throws Exception {
    var configuration = new ConfigurationImpl();
    configuration.setName("test");
    configuration.setPersistenceEnabled(false);
    // Asked even where nothing is kept: the default would want a native library.
    configuration.setJournalType(JournalType.NIO);
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    Map<String, Object> listen =
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            port,
            "protocols",
            "MQTT",
            "useEpoll",
            false,
            "useKQueue",
            false);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(NettyAcceptorFactory.class.getName(), listen, "mqtt"));
    server.setConfiguration(configuration);
    server.start();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // Artemis declares no narrower one
      throw new AssertionError("the broker does not stop", e);
    }
  }
}
