package egate.simulator;

import egate.biometric.GreyImage;
import egate.simulator.chip.Behaviour;
import egate.simulator.chip.Misbehaviour;
import egate.simulator.device.ZfmDevice;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.TravelDocument;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody who comes to the gate with a document and a finger. Personal data, if invented: it has
 * no string form.
 */
final class Traveller {
  private static final int PIECE_BYTES = 32;

  /** Inside the reading of DG2, whatever else the chip offers. */
  private static final int MID_READ_COMMANDS = 30;

  /** At these lengths chips are known to stop. */
  private static final int[] LENGTHS = {231, 223, 192, 128};

  private static final List<Misbehaviour.Fault> HOSTILITIES =
      List.of(
          Misbehaviour.Fault.NAKED_OK,
          Misbehaviour.Fault.WRONG_MAC,
          Misbehaviour.Fault.COUNTER_AHEAD);

  private final int number;
  private final Persona persona;
  private final TravelDocument document;
  private final GreyImage impression;
  private final GreyImage badImpression;
  private final byte[] facePicture;

  /**
   * @param number 1 for the first
   * @param impression what the finger leaves on the sensor when it lies well
   * @param badImpression what it leaves when it lies badly
   * @param facePicture JPEG that the camera sees
   */
  Traveller(
      int number,
      Persona persona,
      TravelDocument document,
      GreyImage impression,
      GreyImage badImpression,
      byte[] facePicture) {
    this.number = number;
    this.persona = persona;
    this.document = document;
    this.impression = impression;
    this.badImpression = badImpression;
    this.facePicture = facePicture;
  }

  int number() {
    return number;
  }

  Persona persona() {
    return persona;
  }

  TravelDocument document() {
    return document;
  }

  /** What the document's chip is like; with each traveller's number in another way. */
  Behaviour behaviour() {
    return switch (persona) {
      case AWKWARD_CHIP ->
          Behaviour.capable()
              .withLeMax(LENGTHS[number % LENGTHS.length])
              .withShortReads(LENGTHS[(number + 1) % LENGTHS.length])
              .misbehaving(
                  new Misbehaviour(Misbehaviour.Fault.NAKED_WRONG_LENGTH, MID_READ_COMMANDS, 1));
      case HOSTILE_CHIP ->
          Behaviour.capable()
              .misbehaving(
                  new Misbehaviour(
                      HOSTILITIES.get(number % HOSTILITIES.size()),
                      MID_READ_COMMANDS,
                      Misbehaviour.FOR_EVER));
      default -> Behaviour.capable();
    };
  }

  /** The lines printed on the document. */
  List<String> lines() {
    return document.printedLines();
  }

  /** The same as a dirty reader sees them: one character of the document number is another. */
  List<String> misreadLines() {
    String second = lines().get(1);
    char wrong = second.charAt(3) == '8' ? 'B' : '8';
    return List.of(lines().get(0), second.substring(0, 3) + wrong + second.substring(4));
  }

  /**
   * Gives a scan what must be found nowhere outside the bridge: each line, the name alone, the
   * document number, and a piece of each image, as it is stored and as the sensor sends it.
   */
  void markFor(PrivacyScan scan) {
    document.mrz().lines().forEach(scan::probe);
    scan.probe(document.mrz().names());
    scan.probe(document.mrz().names().split("<<", 2)[0]);
    scan.probe(document.mrz().documentNumber());
    scan.probe(middle(facePicture));
    scan.probe(middle(impression.pixels()));
    scan.probe(ZfmDevice.packed(middle(impression.pixels())));
    document.file(ElementaryFile.DG2).map(Traveller::middle).ifPresent(scan::probe);
    document.file(ElementaryFile.DG3).map(Traveller::middle).ifPresent(scan::probe);
  }

  private static byte[] middle(byte[] image) {
    return Arrays.copyOfRange(image, image.length / 2, image.length / 2 + PIECE_BYTES);
  }

  GreyImage impression() {
    return impression;
  }

  GreyImage badImpression() {
    return badImpression;
  }

  byte[] facePicture() {
    return facePicture;
  }

  @Override
  public String toString() {
    return "Traveller";
  }
}
