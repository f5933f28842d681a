package egate.simulator.board;

import egate.gate.Gate;
import egate.gate.GateCommand;
import egate.gate.GateEvent;
import egate.gate.GateState;
import egate.gate.Step;
import egate.gate.Timings;
import egate.gate.Topology;
import egate.gate.gpio.GateActuators;
import egate.gate.gpio.GateSensors;
import egate.gate.gpio.Guard;
import egate.gate.gpio.Heartbeat;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import egate.gate.gpio.Lines;
import egate.gate.gpio.LinesException;
import egate.gate.gpio.OutputLine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The smallest loop around the gate: lines in, lines out, no record and no bridge. */
final class GateLoop {
  private static final Timings TIMINGS =
      new Timings(
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofMillis(100),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          200);

  private record Raw(InputLine line, Level level) {}

  final List<GateCommand> done = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
  private final GateSensors sensors = new GateSensors(Duration.ofMillis(5));
  private final Lines lines;
  private final Guard guard;
  private final GateActuators actuators;
  private final Thread thread;
  private Heartbeat heartbeat = Heartbeat.starting(Duration.ofMillis(100), now());
  private volatile GateState state = GateState.initial(Topology.INTEGRATED_TWO_STEP, 0);
  private volatile boolean running = true;

  GateLoop(Bench bench) throws IOException {
    lines = bench.open((line, level) -> queue.add(new Raw(line, level)));
    guard = new Guard(lines);
    actuators = new GateActuators(guard, lines);
    thread = Thread.ofPlatform().daemon().start(this::run);
  }

  void tell(GateEvent event) {
    queue.add(event);
  }

  GateState.Phase phase() {
    return state.phase();
  }

  void stop() throws InterruptedException {
    running = false;
    thread.join();
    lines.close();
  }

  private static Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }

  private void run() {
    try {
      while (running) {
        hear(queue.poll(2, TimeUnit.MILLISECONDS));
        sensors.tick(now()).forEach(this::step);
        step(new GateEvent.Tick());
        beat();
      }
    } catch (InterruptedException | LinesException e) {
      throw new AssertionError(e);
    }
  }

  private void hear(Object heard) {
    switch (heard) {
      case Raw(InputLine line, Level level) -> {
        guard.heard(line, level);
        sensors.heard(line, level, now()).forEach(this::step);
      }
      case GateEvent event -> step(event);
      case null, default -> {}
    }
  }

  private void beat() throws LinesException {
    if (heartbeat.isDue(now())) {
      heartbeat = heartbeat.beaten(now());
      lines.set(OutputLine.HEARTBEAT, heartbeat.level());
      guard.check(now());
    }
  }

  private void step(GateEvent event) {
    Step step = Gate.next(state, event, now(), TIMINGS);
    for (GateCommand command : step.commands()) {
      carryOut(command);
    }
    state = step.state();
  }

  private void carryOut(GateCommand command) {
    try {
      if (command instanceof GateCommand.Actuation actuation) {
        actuators.carryOut(actuation);
      }
      done.add(command);
    } catch (LinesException e) {
      tell(new GateEvent.LinesFailed());
    }
  }
}
