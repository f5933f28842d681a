package egate.daemon;

import egate.daemon.config.HardwareProfile;
import egate.daemon.desk.DeskLine;
import egate.daemon.desk.DeskProtocol;
import egate.gate.GateState;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The desk as loop and daemon use it; a gate may have none. */
final class OfficersDesk implements AutoCloseable {
  private final Optional<DeskLine> line;

  private OfficersDesk(Optional<DeskLine> line) {
    this.line = line;
  }

  /** Opens the line that the profile names, as soon as it is there, and again when it was lost. */
  static OfficersDesk of(
      HardwareProfile profile,
      StateFolder state,
      Machine machine,
      EventQueue queue,
      MonotonicClock clock) {
    return new OfficersDesk(
        profile
            .desk()
            .map(
                desk ->
                    DeskLine.start(
                        machine.desk(desk, state),
                        new DeskProtocol(profile.gate(), desk.publicKey(), new SecureRandom()),
                        order -> give(order, queue),
                        clock::now)));
  }

  private static CompletableFuture<Boolean> give(DeskProtocol.Reply.Obey order, EventQueue queue) {
    CompletableFuture<Boolean> heeded = new CompletableFuture<>();
    queue.put(new LoopEvent.Ordered(order.order(), order.by(), heeded));
    return heeded;
  }

  /** Somebody is needed at the gate; never waits. */
  void call(GateState.Phase phase) {
    line.ifPresent(desk -> desk.tell("CALL " + phase.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public void close() {
    line.ifPresent(DeskLine::close);
  }
}
