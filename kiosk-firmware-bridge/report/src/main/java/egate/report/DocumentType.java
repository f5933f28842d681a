package egate.report;

/** Kinds of travel document, from the first character of the MRZ (Doc 9303-4 to -7). */
public enum DocumentType {
  PASSPORT,
  IDENTITY_CARD,
  VISA,
  OTHER,
  UNKNOWN
}
