package egate.daemon.journal;

import egate.gate.Outcome;
import egate.gate.Referral;
import egate.report.Versions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a journal says of the past, as of its last entry.
 *
 * @param epoch made when the store was created
 * @param lastPassage number of the last passage that began, zero before the first
 * @param lastSequence sequence of the last result, zero before the first
 * @param openPassage the passage that began and has no result, or null
 */
public record Recovery(
    UUID epoch, long lastPassage, long lastSequence, @Nullable OpenPassage openPassage) {

  /**
   * The rule that a restart closes an open passage as interrupted: the result that is to be
   * appended before anything moves, or empty where no passage is open.
   *
   * @param versions of which the last bridge spoke, or all zero except the profile's
   */
  public Optional<JournalEntry.PassageResult> closing(
      Origin origin, Versions versions, long wallMillis) {
    if (openPassage == null) {
      return Optional.empty();
    }
    PassageRecord record = new PassageRecord(openPassage.passage());
    record.judgedBy(versions);
    return Optional.of(
        record.end(
            origin,
            new Ending(
                lastSequence + 1, wallMillis, Outcome.INTERRUPTED, Referral.RESTARTED, true)));
  }
}
