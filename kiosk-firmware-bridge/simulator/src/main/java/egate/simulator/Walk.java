package egate.simulator;

import egate.gate.Door;
import egate.gate.Lamp;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a traveller does, knowing nothing but what the lamps and doors show.
 *
 * <p>Each persona departs from the genuine traveller's way in one place.
 */
final class Walk {
  private static final Set<Lamp> DOCUMENT_JUDGED = EnumSet.of(Lamp.ENTER, Lamp.OFFICER, Lamp.WAIT);
  private static final Set<Lamp> ENTERED = EnumSet.of(Lamp.IDENTIFY, Lamp.OFFICER);
  private static final Set<Lamp> TRAVELLER_JUDGED = EnumSet.of(Lamp.LEAVE, Lamp.OFFICER);

  private final Scene scene;
  private final Traveller traveller;

  Walk(Scene scene, Traveller traveller) {
    this.scene = scene;
    this.traveller = traveller;
  }

  /**
   * Walks through, or as far as the gate lets this traveller; ends when the gate is ready again.
   */
  void walk() throws StuckException, IOException, InterruptedException {
    scene.awaitReady();
    scene.lookAtCamera(traveller);
    presentDocument();
    Lamp answer = scene.await(DOCUMENT_JUDGED);
    scene.takeDocumentAway();
    if (traveller.persona() == Persona.CHIP_READER_LOST) {
      scene.restoreChipReader();
    }
    if (answer == Lamp.ENTER && traveller.persona() != Persona.NOBODY_ENTERS) {
      enter();
    }
    scene.awaitReady();
  }

  private void presentDocument() throws StuckException, IOException, InterruptedException {
    switch (traveller.persona()) {
      case NO_CHIP -> scene.layDownWithoutChip(traveller.lines());
      case MRZ_MISREAD -> scene.scanUntilAnswered(traveller.misreadLines(), DOCUMENT_JUDGED);
      case CHIP_RETURNS -> {
        scene.layDownAndPullAway(traveller.document());
        scene.layDownAgain(traveller.document());
      }
      case CHIP_READER_LOST -> scene.layDownAndLoseReader(traveller.lines());
      case CHIP_GONE -> scene.layDownAndPullAway(traveller.document());
      default -> scene.layDown(traveller.document());
    }
  }

  private void enter() throws StuckException, IOException, InterruptedException {
    scene.walkIn(traveller.persona() == Persona.TWO_PEOPLE ? 2 : 1);
    if (scene.await(ENTERED) == Lamp.OFFICER) {
      scene.walkOut(Door.ENTRY);
    } else {
      identify();
    }
  }

  private void identify() throws StuckException, IOException, InterruptedException {
    switch (traveller.persona()) {
      case EMERGENCY -> {
        scene.emergency(true);
        scene.walkOut(Door.EXIT);
        scene.emergency(false);
      }
      case DAEMON_KILLED -> {
        scene.placeFinger(traveller);
        scene.await(TRAVELLER_JUDGED);
        scene.liftFinger();
        scene.killDaemonAndRestart();
      }
      case BRIDGE_KILLED -> {
        scene.killBridge();
        leave();
      }
      case SENSOR_UNPLUGGED -> {
        scene.unplugSensor();
        leave();
        scene.plugSensor();
      }
      case GENUINE_SECOND_TRY -> {
        scene.placeFingerBadly(traveller);
        placeFingerAndLeave();
      }
      default -> placeFingerAndLeave();
    }
  }

  private void placeFingerAndLeave() throws StuckException, InterruptedException {
    scene.placeFinger(traveller);
    leave();
    scene.liftFinger();
  }

  /**
   * Out through the exit when it is lit; otherwise back out once the officer releases the entry.
   */
  private void leave() throws StuckException, InterruptedException {
    scene.walkOut(scene.await(TRAVELLER_JUDGED) == Lamp.LEAVE ? Door.EXIT : Door.ENTRY);
  }
}
