package egate.simulator.device;

/**
 * An emulated device's brain. One thread a device calls it; what a traveller does to the device
 * (placing a finger, presenting a chip) may come from another.
 */
public interface WireDevice {

  /** Called once before any byte arrives. */
  void attach(WireOutput out);

  /** Bytes from the host, in whatever pieces the line delivers them. */
  void receive(byte[] bytes);
}
