package egate.daemon.config;

/**
 * The MQTT broker upstream.
 *
 * @param host name or address, up to 253 characters
 * @param port 1..65,535
 */
public record Broker(String host, int port) {
  static final Range PORT = Range.of(1, 65_535);

  public Broker {
    PORT.require("port", port);
  }
}
