package egate.report;

/**
 * What the hardware profile asks of one passage.
 *
 * @param fingerFmrPerMillion false match rate that one finger comparison may have, 1..10,000 per
 *     million (ISO/IEC 19795-1)
 * @param fingerTries presentations of the finger, 1..5
 * @param faceWanted whether a face comparison is asked for; without an approved model it is
 *     reported as not evaluated
 * @param documentMillis time from the first sight of a document to its verdict, 1,000..300,000 ms
 * @param documentReturnMillis how long a chip pulled away may take to come back, 100..60,000 ms
 * @param captureMillis time for all captures and comparisons, 1,000..300,000 ms
 * @param documents which documents open the entry
 */
public record PassagePolicy(
    int fingerFmrPerMillion,
    int fingerTries,
    boolean faceWanted,
    int documentMillis,
    int documentReturnMillis,
    int captureMillis,
    DocumentPolicy documents) {

  /** With the standard policy for documents. */
  public PassagePolicy(
      int fingerFmrPerMillion,
      int fingerTries,
      boolean faceWanted,
      int documentMillis,
      int documentReturnMillis,
      int captureMillis) {
    this(
        fingerFmrPerMillion,
        fingerTries,
        faceWanted,
        documentMillis,
        documentReturnMillis,
        captureMillis,
        DocumentPolicy.STANDARD);
  }

  public PassagePolicy {
    Ranges.check("fingerFmrPerMillion", fingerFmrPerMillion, 1, 10_000);
    Ranges.check("fingerTries", fingerTries, 1, 5);
    Ranges.check("documentMillis", documentMillis, 1_000, 300_000);
    Ranges.check("documentReturnMillis", documentReturnMillis, 100, 60_000);
    Ranges.check("captureMillis", captureMillis, 1_000, 300_000);
  }
}
