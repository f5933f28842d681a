package egate.simulator.device;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A device that says only what the test makes it say. */
class Sink implements WireDevice {
  private @Nullable WireOutput out;

  @Override
  public void attach(WireOutput out) {
    this.out = out;
  }

  @Override
  public void receive(byte[] bytes) {}

  WireOutput output() {
    return Objects.requireNonNull(out);
  }
}
