package egate.gate;

/** The two doors of a mantrap, in the order in which a traveller meets them. */
public enum Door {
  ENTRY,
  EXIT
}
