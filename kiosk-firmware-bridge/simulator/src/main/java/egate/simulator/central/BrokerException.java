package egate.simulator.central;

/** The embedded broker does not do as told. */
public final class BrokerException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerException(String what, Throwable cause) {
    super(what, cause);
  }
}
