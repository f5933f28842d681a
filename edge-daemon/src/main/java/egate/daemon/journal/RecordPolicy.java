package egate.daemon.journal;

/**
 * How much the record may take of the disk, and for how long.
 *
 * @param freeLeastBytes with less than this free, observations are given up and no traveller is
 *     taken any more
 * @param freeAgainBytes with this much free, travellers are taken again
 * @param journalMostBytes beyond this, old segments are removed whose results central has and whose
 *     keys are destroyed
 * @param telemetryMostBytes beyond this, the oldest observations make room
 * @param shredAfterDays a day's key is destroyed once it is this old and central has its results
 */
public record RecordPolicy(
    long freeLeastBytes,
    long freeAgainBytes,
    long journalMostBytes,
    long telemetryMostBytes,
    int shredAfterDays) {
  private static final long MB = 1L << 20;

  /** For a card of 8 GB or more: a year of results at a thousand a day. */
  public static final RecordPolicy DEFAULT =
      new RecordPolicy(32 * MB, 48 * MB, 1_024 * MB, 16 * MB, 30);

  public RecordPolicy {
    if (freeAgainBytes < freeLeastBytes || shredAfterDays < 1) {
      throw new IllegalArgumentException("a policy that contradicts itself");
    }
  }
}
