package egate.simulator.chip;

import egate.simulator.device.WireDevice;
import egate.simulator.device.WireOutput;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A contactless reader NXP PN532 on its high speed UART (UM0701-02): asleep until the wake-up byte
 * 55, then frames, each acknowledged before it is answered.
 *
 * <p>As with the real one, InListPassiveTarget waits for a chip for ever unless RFConfiguration has
 * bounded its retries; an ACK or another command ends the wait. SetSerialBaudRate takes effect with
 * the host's ACK. {@link #present} and {@link #remove} may come from any thread and do not wait for
 * the time that an exchange with the chip takes.
 */
public final class Pn532Device implements WireDevice, ChipField {
  private static final byte WAKE_UP = 0x55;

  private final RandomGenerator random;
  private final FieldPace pace;
  private final HostFrameReader reader = new HostFrameReader();

  // Guarded by this object's monitor, which is never held while the pace is spent.
  private final Pn532Radio radio = new Pn532Radio();
  private final Pn532Firmware firmware = new Pn532Firmware(radio);
  private @Nullable WireOutput out;
  private boolean awake;
  private byte @Nullable [] waiting;
  private byte @Nullable [] lastFrame;

  /**
   * @param random gives the UIDs
   */
  public Pn532Device(RandomGenerator random, FieldPace pace) {
    this.random = random;
    this.pace = pace;
  }

  @Override
  public synchronized void attach(WireOutput output) {
    this.out = output;
  }

  @Override
  public void receive(byte[] bytes) {
    for (HostFrame frame : reader.push(heard(bytes))) {
      switch (frame) {
        case HostFrame.Ack.ACK -> acknowledged();
        case HostFrame.Nack.NACK -> repeat();
        case HostFrame.Information information -> execute(information.data());
      }
    }
  }

  @Override
  public synchronized void present(SimulatedChip chip) {
    radio.field(new Presence(chip, random.nextInt()));
    byte[] listing = waiting;
    if (listing != null) {
      firmware.execute(listing).ifPresent(this::say);
    }
    notifyAll();
  }

  @Override
  public synchronized void remove() {
    radio.field(null);
    notifyAll();
  }

  @Override
  public synchronized boolean isEmpty() {
    return radio.isEmpty();
  }

  /**
   * Waits until no chip is in the field.
   *
   * @return false when the time has passed first
   */
  public synchronized boolean awaitEmpty(long timeoutMillis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (!radio.isEmpty()) {
      long leftNanos = deadline - System.nanoTime();
      if (leftNanos <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, leftNanos);
    }
    return true;
  }

  /** While asleep nothing is heard but the wake-up. */
  private synchronized byte[] heard(byte[] bytes) {
    int from = 0;
    while (!awake && from < bytes.length) {
      awake = bytes[from++] == WAKE_UP;
    }
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  /** An ACK ends what is under way; after a change of speed it confirms that. */
  private synchronized void acknowledged() {
    waiting = null;
    int baudRate = firmware.takeBaudRate();
    if (baudRate != 0) {
      line().speed(baudRate);
    }
  }

  private synchronized void repeat() {
    if (lastFrame != null) {
      line().send(lastFrame);
    }
  }

  private void execute(byte[] information) {
    Pn532Answer answer = begin(information).orElse(null);
    if (answer == null) {
      return;
    }
    if (answer.searches() > 0) {
      pace.search(answer.searches());
    }
    if (answer.partner() != null) {
      pace.spend(answer.airBytes(), answer.chipCommands(), bitsPerSecond());
    }
    end(answer);
  }

  private synchronized Optional<Pn532Answer> begin(byte[] information) {
    line().send(Pn532Answer.ACK);
    Optional<Pn532Answer> answer = firmware.execute(information);
    waiting = answer.isEmpty() ? information : null;
    notifyAll();
    return answer;
  }

  private synchronized void end(Pn532Answer answer) {
    boolean lost = answer.partner() != null && !radio.holds(answer.partner());
    say(lost ? radio.lost() : answer);
  }

  private synchronized int bitsPerSecond() {
    return radio.bitsPerSecond();
  }

  private void say(Pn532Answer answer) {
    waiting = null;
    lastFrame = answer.frame();
    line().send(answer.frame());
  }

  private WireOutput line() {
    return Objects.requireNonNull(out, "attach comes first");
  }
}
