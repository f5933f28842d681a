package egate.simulator;

import egate.gate.Door;
import egate.gate.Lamp;
import egate.gate.gpio.InputLine;
import java.io.IOException;
import java.time.Duration;
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

  /** Longer than the simulated profile gives anybody to walk in. */
  private static final Duration MORE_THAN_USUAL = Duration.ofMillis(6_500);

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
    if (traveller.persona() == Persona.DOCUMENT_LEFT) {
      scene.forgetDocument();
    } else {
      scene.takeDocumentAway();
    }
    if (traveller.persona() == Persona.CHIP_READER_LOST) {
      scene.restoreChipReader();
    }
    if (answer == Lamp.ENTER && traveller.persona() != Persona.NOBODY_ENTERS) {
      enter();
    }
    if (traveller.persona() == Persona.DOCUMENT_LEFT) {
      scene.await(EnumSet.of(Lamp.OFFICER));
      scene.takeDocumentAway();
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
      default -> scene.layDown(traveller.document(), traveller.behaviour());
    }
  }

  private void enter() throws StuckException, IOException, InterruptedException {
    if (traveller.persona() == Persona.MORE_TIME) {
      scene.press(InputLine.MORE_TIME);
      scene.dawdle(MORE_THAN_USUAL);
    }
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
      case OFFICER_REFERS -> {
        if (!scene.orderAtDesk("refer", "suspicion")) {
          throw new StuckException("the gate does not refer a traveller for the officer");
        }
        scene.await(EnumSet.of(Lamp.OFFICER));
        scene.press(InputLine.KEY_RELEASE_BACK);
        scene.walkOut(Door.ENTRY);
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
