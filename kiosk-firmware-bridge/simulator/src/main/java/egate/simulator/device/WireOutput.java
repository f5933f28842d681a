package egate.simulator.device;

/** The device's side of its line; bytes leave at the line's speed. */
public interface WireOutput {

  /** Queues bytes to the host; may be called from any thread. */
  void send(byte[] bytes);

  /** Changes the line's speed once all queued bytes have left. */
  void speed(int bitsPerSecond);
}
