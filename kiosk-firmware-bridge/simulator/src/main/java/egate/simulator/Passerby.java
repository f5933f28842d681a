package egate.simulator;

import egate.gate.Door;
import egate.gate.Lamp;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One traveller after the other, each doing what the lamps say, in whatever state a dead daemon
 * left the gate. Every third document has no chip, which makes a short passage.
 */
final class Passerby implements AutoCloseable {
  private static final int GLANCE_MILLIS = 5;

  private final LoneGate gate;
  private final List<Traveller> travellers;
  private final RandomGenerator random;
  private final Lamps lamps;
  private final Thread thread = Thread.ofPlatform().name("passerby").unstarted(this::serve);
  private volatile boolean gone;
  private volatile boolean came;
  private Lamp seen = Lamp.CLOSED;
  private Traveller present;

  private Passerby(LoneGate gate, List<Traveller> travellers, RandomGenerator random) {
    this.gate = gate;
    this.travellers = travellers;
    this.random = random;
    this.lamps = new Lamps(gate.site().board());
    this.present = travellers.getFirst();
  }

  static Passerby start(LoneGate gate, List<Traveller> travellers, RandomGenerator random) {
    Passerby passerby = new Passerby(gate, travellers, random);
    passerby.thread.start();
    return passerby;
  }

  /** Nobody comes any more; whoever is inside is let out by the officer's key. */
  @Override
  public void close() {
    gone = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clear();
    gate.site().mantrap().releaseByKey(Door.ENTRY).join();
  }

  private void serve() {
    try {
      while (!gone) {
        Lamp lit = lamps.lit();
        boolean fresh = lit != seen;
        seen = lit;
        if (fresh) {
          see(lit);
        }
        push(lit);
        Thread.sleep(GLANCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does; it ends all the same
    }
  }

  private void see(Lamp lit) {
    switch (lit) {
      case READY -> comes();
      case IDENTIFY -> gate.scene().placeFinger(present);
      case WAIT, OFFICER, EMERGENCY -> clear();
      case CLOSED, READING, ENTER, LEAVE -> {}
    }
  }

  /** Whether the gate was ready for somebody since the start. */
  boolean came() {
    return came;
  }

  private void comes() {
    came = true;
    gate.doors().ready();
    present = travellers.get(random.nextInt(travellers.size()));
    gate.scene().lookAtCamera(present);
    if (random.nextInt(3) == 0) {
      gate.scene().layDownWithoutChip(present.lines());
    } else {
      gate.scene().layDown(present.document(), present.behaviour());
    }
  }

  private void push(Lamp lit) {
    if (lit == Lamp.ENTER && lamps.unlocked(Door.ENTRY) && inside() == 0) {
      gate.site().mantrap().walkIn(1).join();
    } else if (lit == Lamp.LEAVE && lamps.unlocked(Door.EXIT)) {
      gate.site().mantrap().walkOut(Door.EXIT).join();
    } else if (lit == Lamp.OFFICER && lamps.unlocked(Door.ENTRY) && inside() > 0) {
      gate.site().mantrap().walkOut(Door.ENTRY).join();
    }
  }

  private int inside() {
    return gate.site().mantrap().inside().join();
  }

  private void clear() {
    gate.scene().takeDocumentAway();
    gate.scene().liftFinger();
  }
}
