package egate.daemon.journal;

import egate.gate.Door;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a journal's entries keep, folded entry by entry: one epoch a store, one passage at
 * a time, one result a passage, results numbered without a gap. Knows nothing before a store's
 * first entry or a checkpoint.
 */
final class Ledger {
  private @Nullable UUID epoch;
  private long lastPassage;
  private long lastSequence;
  private @Nullable OpenPassage openPassage;
  private ChainHash results = ChainHash.of(new byte[ChainHash.SIZE]);
  private long acknowledged;
  private ChainHash acknowledgedResults = results;

  /** The chain over an epoch's results before the first one. */
  static ChainHash beginOfResults(UUID epoch) {
    return ChainHash.begin("egate results", epoch);
  }

  /** The chain behind a result, which central can follow: it runs over what is sent upstream. */
  static ChainHash behind(ChainHash before, JournalEntry.PassageResult result) {
    return before.followedBy(ByteBuffer.wrap(result.json().getBytes(StandardCharsets.US_ASCII)));
  }

  /** All that the entries so far lead to, or null before the first. */
  @Nullable Standing standing() {
    Recovery recovery = recovery();
    return recovery == null
        ? null
        : new Standing(recovery, results, acknowledged, acknowledgedResults);
  }

  /** What is known so far, or null before the first entry. */
  @Nullable Recovery recovery() {
    return epoch == null ? null : new Recovery(epoch, lastPassage, lastSequence, openPassage);
  }

  /** Why the entry may not come next, or null when it may. */
  @Nullable String objection(JournalEntry entry) {
    if (epoch == null) {
      return entry instanceof JournalEntry.Started || entry instanceof JournalEntry.Checkpoint
          ? null
          : "before the start of the store";
    }
    return switch (entry) {
      case JournalEntry.Started started ->
          started.epoch().equals(epoch) ? null : "of another epoch";
      case JournalEntry.PassageBegun begun -> objectionTo(begun);
      case JournalEntry.Decision decision -> objectionTo(decision);
      case JournalEntry.Emergency _,
          JournalEntry.Ordered _,
          JournalEntry.Disturbance _,
          JournalEntry.Head _,
          JournalEntry.KeyDestroyed _,
          JournalEntry.TelemetryGap _,
          JournalEntry.Retired _ ->
          null;
      case JournalEntry.Checkpoint(_, Standing other) ->
          other.equals(standing()) ? null : "of a checkpoint that does not follow";
      case JournalEntry.Acknowledged ack ->
          ack.sequence() >= acknowledged && ack.sequence() <= lastSequence
              ? null
              : "that acknowledges result " + ack.sequence() + " of " + lastSequence;
      case JournalEntry.PassageResult result ->
          result.sequence() == lastSequence + 1
              ? unlessOpen(result.passage())
              : "with the result sequence " + result.sequence() + " after " + lastSequence;
    };
  }

  /** Takes an entry to which there is no objection. */
  void take(JournalEntry entry) {
    switch (entry) {
      case JournalEntry.Started started -> begin(started.epoch());
      case JournalEntry.PassageBegun begun -> {
        lastPassage = begun.passage();
        openPassage = new OpenPassage(begun.passage(), begun.wallMillis());
      }
      case JournalEntry.Decision _,
          JournalEntry.Emergency _,
          JournalEntry.Ordered _,
          JournalEntry.Disturbance _,
          JournalEntry.Head _,
          JournalEntry.KeyDestroyed _,
          JournalEntry.TelemetryGap _,
          JournalEntry.Retired _ -> {}
      case JournalEntry.Checkpoint(_, Standing standing) -> adopt(standing);
      case JournalEntry.Acknowledged ack -> {
        acknowledged = ack.sequence();
        acknowledgedResults = ack.results();
      }
      case JournalEntry.PassageResult result -> {
        lastSequence = result.sequence();
        results = behind(results, result);
        openPassage = null;
      }
    }
  }

  /** The first start of a store; later ones change nothing. */
  private void begin(UUID of) {
    if (epoch == null) {
      results = beginOfResults(of);
      acknowledgedResults = results;
    }
    epoch = of;
  }

  private void adopt(Standing standing) {
    epoch = standing.recovery().epoch();
    lastPassage = standing.recovery().lastPassage();
    lastSequence = standing.recovery().lastSequence();
    openPassage = standing.recovery().openPassage();
    results = standing.results();
    acknowledged = standing.acknowledged();
    acknowledgedResults = standing.acknowledgedResults();
  }

  private @Nullable String objectionTo(JournalEntry.PassageBegun begun) {
    if (openPassage != null) {
      return "begins a passage while passage " + openPassage.passage() + " is open";
    }
    return begun.passage() > lastPassage
        ? null
        : "begins passage " + begun.passage() + " after " + lastPassage;
  }

  /** The entry opens after the result too: whoever was referred inside is let back out. */
  private @Nullable String objectionTo(JournalEntry.Decision decision) {
    boolean backOut = decision.door() == Door.ENTRY && decision.passage() == lastPassage;
    return backOut ? null : unlessOpen(decision.passage());
  }

  private @Nullable String unlessOpen(long passage) {
    return openPassage != null && openPassage.passage() == passage
        ? null
        : "for passage " + passage + ", which is not open";
  }
}
