package egate.daemon;

/** How far the serving bridge has come with its one traveller. */
enum ServiceStep {
  /** Opens and locks the devices. */
  OPENING,
  /** Polls the readers. */
  WAITING,
  /** A document is there. */
  READING,
  /** The verdict on the document was given. */
  JUDGED,
  /** Ordered to capture and compare. */
  IDENTIFYING,
  /** The verdict on the traveller was given. */
  COMPARED
}
