package egate.simulator;

import egate.gate.Door;
import egate.gate.Lamp;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;

/** Leads one traveller to the moment at which something is done to the gate, and on to the end. */
final class StopWalk {
  /** What is done to the gate. */
  interface Deed {
    /** Does it, and says in which phase the gate stood meanwhile. */
    String atMoment() throws StuckException, IOException, InterruptedException;

    /** What is done once the traveller is gone, before the gate must be ready again. */
    default void whenGone() throws StuckException, IOException, InterruptedException {}
  }

  private final LoneGate gate;
  private final Scene scene;
  private final Deed deed;
  private final StopMoment moment;
  private final Traveller traveller;
  private String phase = "none";

  StopWalk(LoneGate gate, Deed deed, StopMoment moment, Traveller traveller) {
    this.gate = gate;
    this.scene = gate.scene();
    this.deed = deed;
    this.moment = moment;
    this.traveller = traveller;
  }

  /** The phase in which the gate really stood when it was done, or none. */
  String phase() {
    return phase;
  }

  void walk() throws StuckException, IOException, InterruptedException {
    scene.awaitReady();
    stopAt(StopMoment.IDLE);
    scene.lookAtCamera(traveller);
    scene.layDown(traveller.document(), traveller.behaviour());
    scene.await(EnumSet.of(Lamp.READING));
    stopAt(StopMoment.READING);
    scene.await(EnumSet.of(Lamp.ENTER));
    scene.takeDocumentAway();
    stopAt(StopMoment.ENTERING);
    if (moment != StopMoment.ENTERING) {
      enter();
    }
    deed.whenGone();
    scene.awaitReady();
  }

  private void enter() throws StuckException, IOException, InterruptedException {
    CompletableFuture<Boolean> walksIn = gate.site().mantrap().walkIn(1);
    if (moment == StopMoment.CLOSING_ENTRY) {
      scene.await(EnumSet.of(Lamp.WAIT));
      stopAt(StopMoment.CLOSING_ENTRY);
    }
    if (!walksIn.join()) {
      return; // a gate that stood still has locked the entry again
    }
    if (scene.await(EnumSet.of(Lamp.IDENTIFY, Lamp.OFFICER)) == Lamp.OFFICER) {
      scene.walkOut(Door.ENTRY);
      return;
    }
    stopAt(StopMoment.IDENTIFYING);
    if (moment == StopMoment.EMERGENCY) {
      emergency();
    } else {
      identify();
    }
  }

  private void emergency() throws StuckException, IOException, InterruptedException {
    scene.emergency(true);
    gate.site().mantrap().unlocked(Door.EXIT).join();
    stopAt(StopMoment.EMERGENCY);
    scene.walkOut(Door.EXIT);
    scene.emergency(false);
  }

  private void identify() throws StuckException, IOException, InterruptedException {
    scene.placeFinger(traveller);
    Lamp answer = scene.await(EnumSet.of(Lamp.LEAVE, Lamp.OFFICER));
    scene.liftFinger();
    if (answer == Lamp.OFFICER) {
      stopAt(StopMoment.OFFICER);
      gate.site().mantrap().unlocked(Door.ENTRY).join();
      stopAt(StopMoment.RELEASING);
      scene.walkOut(Door.ENTRY);
    } else if (moment == StopMoment.LEAVING) {
      stopAt(StopMoment.LEAVING);
      scene.walkOut(Door.ENTRY);
    } else {
      leave();
    }
  }

  private void leave() throws StuckException, IOException, InterruptedException {
    gate.site().mantrap().unlocked(Door.EXIT).join();
    CompletableFuture<Boolean> walksOut = gate.site().mantrap().walkOut(Door.EXIT);
    stopAt(StopMoment.WALKING_OUT);
    walksOut.join();
    if (moment == StopMoment.ENDING) {
      scene.await(EnumSet.of(Lamp.WAIT));
      stopAt(StopMoment.ENDING);
    }
  }

  private void stopAt(StopMoment here) throws StuckException, IOException, InterruptedException {
    if (here != moment) {
      return;
    }
    phase = deed.atMoment();
  }
}
