package egate.daemon;

import egate.report.Frames;
import egate.report.Order;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One bridge in the supervisor's book. */
final class Bridge {
  final int number;
  private BridgeState state;
  private @Nullable BridgeProcess process;
  private @Nullable ByteChannel channel;
  private @Nullable Death foretold;
  private boolean ownsDevices;
  private boolean extended;
  private boolean hurried;

  Bridge(int number, Duration rehearsedBy) {
    this.number = number;
    this.state = new BridgeState.Starting(rehearsedBy);
  }

  BridgeState state() {
    return state;
  }

  boolean dead() {
    return state instanceof BridgeState.Dead;
  }

  boolean serving() {
    return state instanceof BridgeState.Serving;
  }

  /** Whether it has not yet been given the devices, and still may be. */
  boolean inReserve() {
    return switch (state) {
      case BridgeState.Starting _, BridgeState.Rehearsing _, BridgeState.Spare _ -> true;
      case BridgeState.Serving _, BridgeState.Ending _, BridgeState.Dead _ -> false;
    };
  }

  /** From its Begin until it is reaped, no other bridge may open the devices. */
  boolean ownsDevices() {
    return ownsDevices;
  }

  /** Whether a document was seen, and neither a death nor an order to end has followed yet. */
  boolean hasTraveller() {
    return state instanceof BridgeState.Serving(ServiceStep step, _)
        && step.compareTo(ServiceStep.READING) >= 0;
  }

  /** Whether it rehearses, and yields the processor to everybody. */
  boolean yields() {
    return state instanceof BridgeState.Rehearsing && !hurried;
  }

  /** Lets it rehearse as fast as it can; whether it lives to hear it shows by itself. */
  void hurry() {
    hurried = true;
    try {
      order(new Order.Hurry());
    } catch (IOException e) {
      // Dead or dying: its attendant tells, with the reason.
    }
  }

  /** Whether its traveller is given more time. */
  boolean extended() {
    return extended;
  }

  void extend() {
    extended = true;
  }

  /** The process's number, or zero before there is one. */
  long pid() {
    return process == null ? 0 : process.pid();
  }

  /** The process came to be; if its time had already run out, it is killed now. */
  void launched(BridgeProcess launched) {
    process = launched;
    if (dead()) {
      launched.kill();
    }
  }

  void connected(ByteChannel opened) {
    channel = opened;
    if (state instanceof BridgeState.Starting(Duration killAt)) {
      state = new BridgeState.Rehearsing(killAt);
    }
  }

  void become(BridgeState next) {
    state = next;
    ownsDevices |= next instanceof BridgeState.Serving;
  }

  /** From now on its end is expected, and this is the reason. */
  void foretell(Death death) {
    if (foretold == null) {
      foretold = death;
    }
  }

  /** Kills it; returns the reason, which is the foretold one where its end was expected. */
  Death die(Death death) {
    state = new BridgeState.Dead();
    if (process != null) {
      process.kill();
    }
    return death == Death.UNEXPECTED && foretold != null ? foretold : death;
  }

  /** Sends an order; so few ever go to one bridge that a write never waits. */
  void order(Order order) throws IOException {
    if (channel == null) {
      throw new IOException("not connected");
    }
    ByteBuffer frame = Frames.encode(order);
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  /** Waits until the process is reaped; false when it was not within the time given. */
  boolean awaitReaped(Duration atMost) {
    return process == null
        || process.onExit().completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS).join()
            != null;
  }

  /** Its state in a word or two, for technicians. */
  String describe() {
    return switch (state) {
      case BridgeState.Starting _ -> "starting";
      case BridgeState.Rehearsing _ -> "rehearsing";
      case BridgeState.Spare _ -> "spare";
      case BridgeState.Serving(ServiceStep step, _) ->
          "serving: " + step.name().toLowerCase(Locale.ROOT);
      case BridgeState.Ending _ -> "ending";
      case BridgeState.Dead _ -> "dead";
    };
  }

  /** When it is killed unless it goes on before. */
  Optional<Duration> deadline() {
    return switch (state) {
      case BridgeState.Starting(Duration killAt) -> Optional.of(killAt);
      case BridgeState.Rehearsing(Duration killAt) -> Optional.of(killAt);
      case BridgeState.Serving(_, Duration silentAt) -> Optional.of(silentAt);
      case BridgeState.Ending(_, Duration killAt) -> Optional.of(killAt);
      case BridgeState.Spare _, BridgeState.Dead _ -> Optional.empty();
    };
  }

  /** What the log says when its deadline has passed. */
  Death lateDeath() {
    return switch (state) {
      case BridgeState.Starting _, BridgeState.Rehearsing _ -> Death.REHEARSAL_LATE;
      case BridgeState.Serving _ -> Death.SILENT;
      case BridgeState.Ending _ -> Death.ENDING_LATE;
      case BridgeState.Spare _, BridgeState.Dead _ ->
          throw new IllegalStateException(state + " has no deadline");
    };
  }
}
