package egate.report;

/** What the traveller is asked to do now; the words and pictures are chosen by the display. */
public enum GuidanceCode {
  PRESENT_DOCUMENT,
  /** A document is there; from here on a passage is open. */
  HOLD_DOCUMENT,
  PRESENT_DOCUMENT_AGAIN,
  PLACE_FINGER,
  PLACE_FINGER_AGAIN,
  LOOK_AT_CAMERA,
  STEP_CLOSER,
  LOOK_UP,
  ONE_PERSON_ONLY,
  WAIT
}
