package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.util.ArrayList;
import java.util.List;

/** Collects the oldest results behind a sequence from a journal that is being read. */
final class ResultsBehind implements JournalReader.Visitor {
  private final long sequence;
  private final int most;
  private final long lastOrder;
  private final List<PassageResult> found = new ArrayList<>();

  /**
   * A collection that is empty yet.
   *
   * @param lastOrder entries behind this one do not count: they may be half written
   */
  ResultsBehind(long sequence, int most, long lastOrder) {
    this.sequence = sequence;
    this.most = most;
    this.lastOrder = lastOrder;
  }

  List<PassageResult> found() {
    return found;
  }

  @Override
  public void visit(Recorded recorded) throws MalformedEntryException {
    if (recorded.order() > lastOrder
        || !(recorded.entry() instanceof PassageResult result)
        || result.sequence() <= sequence) {
      return;
    }
    if (result.sequence() != sequence + found.size() + 1) {
      throw new MalformedEntryException("with a result that does not follow");
    }
    found.add(result);
  }

  @Override
  public boolean done() {
    return found.size() >= most;
  }
}
