package egate.simulator.document;

/** Which data groups a document has beside DG1 and those of its chip's protocols. */
public enum Extent {
  /** DG2, as most states issue them. */
  FACE,
  /** DG2 and DG3. */
  FACE_AND_FINGER,
  /** Whatever Doc 9303-10 gives a meaning: irises, signatures and details as well. */
  EVERYTHING
}
