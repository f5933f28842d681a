package egate.daemon.journal;

/**
 * A result on its way upstream.
 *
 * @param chain the chain over the epoch's results behind this one: SHA-256 of the link before it
 *     and of {@link JournalEntry.PassageResult#json}. Central can follow it, says in its
 *     acknowledgement where it stands, and finds it in signed heads
 */
public record OutboxRecord(JournalEntry.PassageResult result, ChainHash chain) {

  /** The result's sequence. */
  public long sequence() {
    return result.sequence();
  }
}
