package egate.simulator;

/** When in a passage the daemon is stopped, and how that passage may end. */
enum StopMoment {
  IDLE(Persona.GENUINE, "PASSED NONE"),
  READING(Persona.GENUINE, "PASSED NONE"),
  ENTERING(Persona.GENUINE, "INTERRUPTED STALLED"),
  /** Somebody is inside and the entry falls closed. */
  CLOSING_ENTRY(Persona.GENUINE, "PASSED NONE", "INTERRUPTED STALLED"),
  IDENTIFYING(Persona.GENUINE, "PASSED NONE"),
  LEAVING(Persona.GENUINE, "INTERRUPTED STALLED"),
  /** The exit is open and somebody is in it: either they had left before, or nobody knows. */
  WALKING_OUT(Persona.GENUINE, "PASSED NONE", "INTERRUPTED STALLED"),
  OFFICER(Persona.SOMEONE_ELSES_FINGER, "REFERRED COMPARISON"),
  /** The entry is unlocked for whoever was referred inside. */
  RELEASING(Persona.SOMEONE_ELSES_FINGER, "REFERRED COMPARISON"),
  ENDING(Persona.GENUINE, "PASSED NONE"),
  EMERGENCY(Persona.GENUINE, "INTERRUPTED EMERGENCY");

  private final Persona persona;
  private final String ending;
  private final String otherwise;

  StopMoment(Persona persona, String ending) {
    this(persona, ending, ending);
  }

  StopMoment(Persona persona, String ending, String otherwise) {
    this.persona = persona;
    this.ending = ending;
    this.otherwise = otherwise;
  }

  Persona persona() {
    return persona;
  }

  /** Whether a passage that was stopped here may end like this. */
  boolean mayEnd(String result) {
    return result.equals(ending) || result.equals(otherwise);
  }
}
