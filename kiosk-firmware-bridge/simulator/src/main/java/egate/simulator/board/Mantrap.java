package egate.simulator.board;

import egate.gate.Door;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Two doors, the zone between them, and people, as the board's sensors feel them. Everything
 * happens on one scheduler's thread; callers get futures.
 */
public final class Mantrap {
  private final RelayBoard board;
  private final GatePins pins;
  private final Duration step;
  private final ScheduledExecutorService scheduler;
  private final Map<Door, Leaf> leaves = new EnumMap<>(Door.class);
  private int inside;

  /**
   * Both doors closed and nobody inside.
   *
   * @param step how long a person takes through a door
   * @param swing how long a door takes to fall closed
   * @param scheduler single-threaded, the board's
   */
  public Mantrap(
      RelayBoard board,
      GatePins pins,
      Duration step,
      Duration swing,
      ScheduledExecutorService scheduler) {
    this.board = board;
    this.pins = pins;
    this.step = step;
    this.scheduler = scheduler;
    leaves.put(Door.ENTRY, leaf(Door.ENTRY, InputLine.ENTRY_CLOSED, InputLine.ENTRY_OPEN, swing));
    leaves.put(Door.EXIT, leaf(Door.EXIT, InputLine.EXIT_CLOSED, InputLine.EXIT_OPEN, swing));
    zone();
  }

  /** Persons push the entry and walk in one after the other; false if it is locked. */
  public CompletableFuture<Boolean> walkIn(int persons) {
    return walk(Door.ENTRY, persons, 1);
  }

  /** Everybody inside pushes a door and walks out; false if it is locked or nobody is inside. */
  public CompletableFuture<Boolean> walkOut(Door door) {
    return onScheduler().thenComposeAsync(_ -> walk(door, inside, -1), scheduler);
  }

  /** Tears a door open whether it is locked or not, and lets it fall closed again. */
  public CompletableFuture<Boolean> force(Door door) {
    return onScheduler()
        .thenComposeAsync(
            _ -> {
              CompletableFuture<Boolean> closed = new CompletableFuture<>();
              leaf(door).hold();
              leaf(door).release(() -> closed.complete(true));
              return closed;
            },
            scheduler);
  }

  /** An officer opens a door with a mechanical key, and everybody inside walks out. */
  public CompletableFuture<Boolean> releaseByKey(Door door) {
    CompletableFuture<Boolean> walked = new CompletableFuture<>();
    scheduler.execute(
        () -> {
          leaf(door).hold();
          passThrough(door, inside, -1, walked);
        });
    return walked;
  }

  /** Presses or releases the emergency button. */
  public void emergency(boolean active) {
    board.setInput(pins.number(InputLine.EMERGENCY), active);
  }

  /** Completes when a door can be pushed open, at once if it can. */
  public CompletableFuture<Void> unlocked(Door door) {
    CompletableFuture<Void> unlocked = new CompletableFuture<>();
    int lock = leaf(door).unlockLine();
    board.listen(
        new BoardListener() {
          @Override
          public void relay(int line, boolean pulled, long nanos) {
            if (line == lock && pulled) {
              unlocked.complete(null);
            }
          }
        });
    if (board.relay(lock)) {
      unlocked.complete(null);
    }
    return unlocked;
  }

  /** How many are inside, once everything that was begun before has happened. */
  public CompletableFuture<Integer> inside() {
    return onScheduler().thenApplyAsync(_ -> inside, scheduler);
  }

  private CompletableFuture<Boolean> walk(Door door, int persons, int inward) {
    CompletableFuture<Boolean> walked = new CompletableFuture<>();
    scheduler.execute(
        () -> {
          if (persons > 0 && leaf(door).push()) {
            passThrough(door, persons, inward, walked);
          } else {
            walked.complete(false);
          }
        });
    return walked;
  }

  private void passThrough(Door door, int persons, int inward, CompletableFuture<Boolean> walked) {
    if (persons == 0) {
      leaf(door).release(() -> walked.complete(true));
      return;
    }
    var _ =
        scheduler.schedule(
            () -> {
              inside += inward;
              zone();
              passThrough(door, persons - 1, inward, walked);
            },
            step.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /** The empty line breaks first and makes last, so that the pair never contradicts itself. */
  private void zone() {
    if (inside > 0) {
      board.setInput(pins.number(InputLine.ZONE_EMPTY), false);
    }
    board.setInput(pins.number(InputLine.ZONE_SEVERAL), inside > 1);
    if (inside == 0) {
      board.setInput(pins.number(InputLine.ZONE_EMPTY), true);
    }
  }

  private CompletableFuture<Void> onScheduler() {
    return CompletableFuture.runAsync(() -> {}, scheduler);
  }

  private Leaf leaf(Door door, InputLine closed, InputLine open, Duration swing) {
    int unlock = pins.number(OutputLine.of(door));
    return new Leaf(board, unlock, pins.number(closed), pins.number(open), swing, scheduler);
  }

  private Leaf leaf(Door door) {
    Leaf leaf = leaves.get(door);
    if (leaf == null) {
      throw new IllegalStateException("no such door: " + door);
    }
    return leaf;
  }
}
