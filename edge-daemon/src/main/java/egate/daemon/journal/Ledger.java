package egate.daemon.journal;

import egate.gate.Door;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a journal's entries keep, folded entry by entry: one epoch a store, one passage at
 * a time, one result a passage, results numbered without a gap.
 */
final class Ledger {
  private @Nullable UUID epoch;
  private long lastPassage;
  private long lastSequence;
  private @Nullable OpenPassage openPassage;

  /** What is known so far, or null before the first entry. */
  @Nullable Recovery recovery() {
    return epoch == null ? null : new Recovery(epoch, lastPassage, lastSequence, openPassage);
  }

  /** Why the entry may not come next, or null when it may. */
  @Nullable String objection(JournalEntry entry) {
    if (epoch == null) {
      return entry instanceof JournalEntry.Started ? null : "before the start of the store";
    }
    return switch (entry) {
      case JournalEntry.Started started ->
          started.epoch().equals(epoch) ? null : "of another epoch";
      case JournalEntry.PassageBegun begun -> objectionTo(begun);
      case JournalEntry.Decision decision -> objectionTo(decision);
      case JournalEntry.Emergency _ -> null;
      case JournalEntry.PassageResult result ->
          result.sequence() == lastSequence + 1
              ? unlessOpen(result.passage())
              : "with the result sequence " + result.sequence() + " after " + lastSequence;
    };
  }

  /** Takes an entry to which there is no objection. */
  void take(JournalEntry entry) {
    switch (entry) {
      case JournalEntry.Started started -> epoch = started.epoch();
      case JournalEntry.PassageBegun begun -> {
        lastPassage = begun.passage();
        openPassage = new OpenPassage(begun.passage(), begun.wallMillis());
      }
      case JournalEntry.Decision _, JournalEntry.Emergency _ -> {}
      case JournalEntry.PassageResult result -> {
        lastSequence = result.sequence();
        openPassage = null;
      }
    }
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
