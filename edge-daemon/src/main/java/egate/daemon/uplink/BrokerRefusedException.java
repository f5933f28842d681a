package egate.daemon.uplink;

/** A broker that the uplink must not speak to. The message is one line. */
public final class BrokerRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerRefusedException(String line) {
    super(line);
  }
}
