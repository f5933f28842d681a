package egate.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who comes to the gate, and what each should get there.
 *
 * <p>The outcome and the cause are what central monitoring should be told, in its words.
 */
public enum Persona {
  GENUINE("passed", "none"),
  /** Places the finger badly first. */
  GENUINE_SECOND_TRY("passed", "none"),
  /** Carries a card of three lines or a sheet of two short ones, with a card access number. */
  IDENTITY_CARD("passed", "none"),
  /** Its chip takes no long commands, gives less than it was asked for, and once says so naked. */
  AWKWARD_CHIP("passed", "none"),
  /** Its chip answers in plaintext, or with wrong codes, from the middle of the reading on. */
  HOSTILE_CHIP("referred", "chip_protocol"),
  SOMEONE_ELSES_FINGER("referred", "finger_differs"),
  /** The fingerprint in the chip was replaced after the document was signed. */
  DG3_SWAPPED("refused", "data_group_altered"),
  /** The chip's files on another chip, which lacks the keys. */
  CLONE("refused", "chip_not_genuine"),
  /** The same without DG14, so that nobody asks for the key. */
  STRIPPED_DG14("refused", "data_group_missing"),
  /** Somebody took PACE out of EF.CardAccess, to listen to BAC. */
  PACE_TO_BAC("refused", "access_downgraded"),
  /** The chip has seen a later date than the gate's certificates, and keeps its fingers. */
  TERMINAL_REFUSED("referred", "terminal_refused"),
  UNKNOWN_CSCA("referred", "issuer_unknown"),
  EXPIRED("refused", "document_expired"),
  NO_CHIP("referred", "no_chip"),
  /** The printed lines never read right. */
  MRZ_MISREAD("referred", "mrz_check_digit"),
  /** Takes the document away in mid-read and presents it again. */
  CHIP_RETURNS("passed", "none"),
  CHIP_GONE("abandoned", "chip_lost"),
  /** The chip reader fails while it looks for the chip: its cable comes off, or pcscd dies. */
  CHIP_READER_LOST("referred", "chip_reader_lost"),
  TWO_PEOPLE("referred", "more_than_one_person"),
  NOBODY_ENTERS("abandoned", "nobody_entered"),
  EMERGENCY("interrupted", "emergency"),
  /** The daemon is killed in mid-passage and started again. */
  DAEMON_KILLED("interrupted", "restarted"),
  BRIDGE_KILLED("referred", "bridge_lost"),
  SENSOR_UNPLUGGED("referred", "finger_sensor_lost"),
  /** The officer ends the passage from the desk, and lets the traveller back out by the button. */
  OFFICER_REFERS("referred", "officer_referred"),
  /** Asks for more time, and takes longer than the usual. */
  MORE_TIME("passed", "none"),
  /** Leaves the passport in the reader; the officer fetches it. */
  DOCUMENT_LEFT("passed", "none"),
  /** Carries the BSI TR-03105-5 reference passport, which nobody here made. */
  BSI_REFERENCE("refused", "document_expired");

  private final String outcome;
  private final String cause;

  Persona(String outcome, String cause) {
    this.outcome = outcome;
    this.cause = cause;
  }

  /** The outcome that this persona should get. */
  public String outcome() {
    return outcome;
  }

  /** The first cause that this persona should get. */
  public String cause() {
    return cause;
  }

  /** The persona of this name; empty when there is none. */
  static Optional<Persona> of(String id) {
    return Arrays.stream(values()).filter(persona -> persona.id().equals(id)).findFirst();
  }

  /** The name as commands and reports write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
