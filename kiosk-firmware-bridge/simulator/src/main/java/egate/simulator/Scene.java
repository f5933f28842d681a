package egate.simulator;

import egate.gate.Door;
import egate.gate.Lamp;
import egate.gate.gpio.InputLine;
import egate.simulator.chip.Behaviour;
import egate.simulator.chip.SimulatedChip;
import egate.simulator.document.TravelDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** What a traveller can touch and see at the gate, and what fate does to it. */
final class Scene {
  private static final Duration PRESS = Duration.ofMillis(150);

  /** Inside the reading of DG2, for every document issued here. */
  private static final int MID_READ_COMMANDS = 45;

  /** In short answers with every reader, so that as many commands reach the same place. */
  private static final Behaviour PULLED_AWAY =
      Behaviour.capable().withShortReads(200).leavingAfter(MID_READ_COMMANDS);

  private final GateSite site;
  private final GateProcess gate;
  private final DoorWatch doors;
  private final Path mrzReader;
  private final RandomGenerator random;
  private final Lamps lamps;
  private final Narrator narrator;

  /**
   * @param mrzReader where the gate finds its MRZ reader, by which the serving bridge is known
   */
  Scene(
      GateSite site,
      GateProcess gate,
      DoorWatch doors,
      Path mrzReader,
      RandomGenerator random,
      Narrator narrator) {
    this.site = site;
    this.gate = gate;
    this.doors = doors;
    this.mrzReader = mrzReader;
    this.random = random;
    this.lamps = new Lamps(site.board());
    this.narrator = narrator;
  }

  /** Waits until the gate is ready for the next traveller. */
  void awaitReady() throws StuckException, InterruptedException {
    lamps.await(EnumSet.of(Lamp.READY));
    doors.ready();
    doors.emergency(false);
  }

  /** Waits for one of these lamps and says which came. */
  Lamp await(Set<Lamp> wanted) throws StuckException, InterruptedException {
    return lamps.await(wanted);
  }

  /** Waits until something is to be seen. */
  void awaitSight(String what, Lamps.Sight sight) throws StuckException, InterruptedException {
    lamps.await(what, sight);
  }

  /** Lays a document down: its lines are read, and its chip is in the field. */
  void layDown(TravelDocument document, Behaviour behaviour) {
    narrator.does("lays a document down");
    site.input(InputLine.DOCUMENT_PRESENT, true);
    layDownChip(document, behaviour);
    site.mrzReader().scan(document.printedLines());
  }

  /** The same, but the chip leaves the field in the middle of DG2. */
  void layDownAndPullAway(TravelDocument document) throws StuckException, InterruptedException {
    narrator.does("lays a passport down and pulls it away");
    layDownChip(document, PULLED_AWAY);
    site.mrzReader().scan(document.printedLines());
    lamps.await("the chip to leave the field", site.chipReader()::isEmpty);
  }

  /** Presents the chip again; the lines were read before. */
  void layDownAgain(TravelDocument document) {
    narrator.does("lays the passport down again");
    layDownChip(document, Behaviour.capable());
  }

  /** Lays down a document without a chip. */
  void layDownWithoutChip(List<String> lines) {
    narrator.does("lays a passport down whose chip is silent");
    site.mrzReader().scan(lines);
  }

  /** The chip reader fails before it has found a chip. */
  void layDownAndLoseReader(List<String> lines)
      throws IOException, StuckException, InterruptedException {
    narrator.does("lays a passport down");
    site.mrzReader().scan(lines);
    lamps.await(EnumSet.of(Lamp.READING));
    narrator.does("the chip reader fails");
    site.loseChipReader();
  }

  void restoreChipReader() throws IOException {
    narrator.does("a technician brings the chip reader back");
    site.restoreChipReader();
  }

  /** Turns the document over and over, for the lines never read right. */
  void scanUntilAnswered(List<String> lines, Set<Lamp> answers)
      throws StuckException, InterruptedException {
    narrator.does("lays a passport down whose lines read wrong, again and again");
    while (!answers.contains(lamps.lit())) {
      site.mrzReader().scan(lines);
      Thread.sleep(Duration.ofMillis(200));
    }
  }

  private void layDownChip(TravelDocument document, Behaviour behaviour) {
    site.chipReader().present(new SimulatedChip(document, random, behaviour));
  }

  void takeDocumentAway() {
    site.input(InputLine.DOCUMENT_PRESENT, false);
    site.chipReader().remove();
  }

  void walkIn(int persons) {
    narrator.does(persons == 1 ? "walks in" : persons + " people walk in");
    site.mantrap().walkIn(persons).join();
  }

  void walkOut(Door door) throws StuckException, InterruptedException {
    lamps.awaitUnlocked(door);
    narrator.does("walks out through the " + door.name().toLowerCase(java.util.Locale.ROOT));
    site.mantrap().walkOut(door).join();
  }

  void placeFinger(Traveller traveller) {
    narrator.does("places a finger");
    site.sensor().place(traveller.impression());
  }

  /** Places the finger badly, and lifts it once the sensor has taken it. */
  void placeFingerBadly(Traveller traveller) throws StuckException, InterruptedException {
    narrator.does("places a finger badly");
    int before = site.sensor().imagesSent();
    site.sensor().place(traveller.badImpression());
    lamps.await("the sensor to take the finger", () -> site.sensor().imagesSent() > before);
    site.sensor().lift();
  }

  void liftFinger() {
    site.sensor().lift();
  }

  void lookAtCamera(Traveller traveller) {
    site.camera().show(traveller.facePicture());
  }

  /** Leaves the document where it lies; only its chip falls out of the field. */
  void forgetDocument() {
    narrator.does("forgets the passport in the reader");
    site.chipReader().remove();
  }

  /** A button is pressed, for as long as people press buttons. */
  void press(InputLine button) throws InterruptedException {
    narrator.does("the button " + button.key() + " is pressed");
    site.input(button, true);
    Thread.sleep(PRESS);
    site.input(button, false);
  }

  /** The officer orders something at the desk; false if the gate does not do it now. */
  boolean orderAtDesk(String order, String why) throws StuckException {
    narrator.does("the officer orders " + order + " at the desk");
    try {
      return site.desk().order(order, why).get(10, TimeUnit.SECONDS).equals("DONE");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new StuckException("the gate does not answer the desk");
    }
  }

  /** Takes their time. */
  void dawdle(Duration time) throws InterruptedException {
    narrator.does("takes " + time.toMillis() + " ms");
    Thread.sleep(time);
  }

  void emergency(boolean active) {
    narrator.does(active ? "presses the emergency button" : "the emergency is over");
    if (active) {
      doors.emergency(true);
    }
    site.mantrap().emergency(active);
  }

  void unplugSensor() throws IOException {
    narrator.does("the fingerprint sensor's cable comes off");
    site.sensorPort().unplug();
  }

  void plugSensor() throws IOException {
    narrator.does("a technician plugs the fingerprint sensor in");
    site.sensorPort().plug();
  }

  /** {@code kill -9} of the daemon, a look at the locks, a restart, and an officer with a key. */
  void killDaemonAndRestart() throws IOException, StuckException, InterruptedException {
    narrator.does("kill -9 of the daemon");
    long killed = System.nanoTime();
    gate.kill();
    // Not before it is dead: what it ordered in its last moment is no opening after a restart.
    doors.killed(killed);
    lamps.await("the locks to drop", doors::atRest);
    gate.restart();
    narrator.does("the daemon is started again; an officer lets the traveller out by key");
    site.mantrap().releaseByKey(Door.ENTRY).join();
  }

  void killBridge() throws IOException, StuckException {
    narrator.does("kill -9 of the bridge");
    gate.bridgeHolding(mrzReader.toRealPath())
        .orElseThrow(() -> new StuckException("no bridge has the chip reader open"))
        .destroyForcibly();
  }
}
