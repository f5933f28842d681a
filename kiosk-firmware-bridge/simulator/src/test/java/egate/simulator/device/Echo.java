package egate.simulator.device;

/** A device that says what it hears. */
final class Echo extends Sink {
  @Override
  public void receive(byte[] bytes) {
    output().send(bytes);
  }
}
