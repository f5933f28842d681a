package egate.daemon.uplink;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where the broker listens. Plain TCP is for this machine only; there is no TLS yet.
 *
 * @param address a loopback address
 */
public record Broker(InetSocketAddress address) {

  public Broker {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("a broker elsewhere needs TLS");
    }
  }

  /**
   * The broker of a profile's {@code uplink} section.
   *
   * @param host {@code localhost} or a loopback address; names are not looked up
   * @param port 1..65,535
   * @throws BrokerRefusedException for any other host or port
   */
  public static Broker of(String host, int port) throws BrokerRefusedException {
    if (port < 1 || port > 65_535) {
      throw new BrokerRefusedException("uplink: broker-port " + port + " is outside 1..65535");
    }
    return new Broker(new InetSocketAddress(loopback(host), port));
  }

  private static InetAddress loopback(String host) throws BrokerRefusedException {
    if (host.equals("localhost")) {
      return InetAddress.getLoopbackAddress();
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      if (address.isLoopbackAddress()) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Not an address but a name: refused like an address elsewhere.
    }
    throw new BrokerRefusedException(
        "uplink: broker-host "
            + host
            + " is not this machine: results leave it only over TLS,"
            + " which is not built yet; use 127.0.0.1");
  }
}
