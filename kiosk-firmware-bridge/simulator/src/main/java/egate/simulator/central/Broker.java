package egate.simulator.central;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * An MQTT 5 broker on a loopback port: Artemis, embedded. It keeps nothing over a restart, so what
 * it had acknowledged and central had not is lost with it: the worst broker that a gate can meet.
 */
public final class Broker implements AutoCloseable {
  private final Path folder;
  private final int port;
  private EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  /**
   * @param folder for what Artemis wants to write
   * @param port loopback TCP port, 1..65,535
   */
  public Broker(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts it; returns once it accepts connections. */
  public void start() throws BrokerException {
    try {
      server = new EmbeddedActiveMQ();
      server.setConfiguration(configuration());
      server.start();
      if (!server.getActiveMQServer().isActive()) {
        throw new IllegalStateException("it says no more");
      }
    } catch (Exception e) { // Artemis declares no narrower one
      throw new BrokerException("the broker does not start on port " + port, e);
    }
  }

  /** Takes it down, and with it all that it held. */
  public void stop() throws BrokerException {
    try {
      server.stop();
    } catch (Exception e) { // Artemis declares no narrower one
      throw new BrokerException("the broker does not stop", e);
    }
  }

  @Override
  public void close() throws BrokerException {
    stop();
  }

  private Configuration configuration() {
    Configuration configuration = new ConfigurationImpl();
    configuration.setName("central");
    configuration.setBrokerInstance(folder.toFile());
    configuration.setPersistenceEnabled(false);
    // Asked for even so; the default would look for a native library.
    configuration.setJournalType(JournalType.NIO);
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            NettyAcceptorFactory.class.getName(),
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
                false),
            "mqtt"));
    return configuration;
  }
}
