package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the results of a journal, some at a time, beside whoever writes it. It goes on where it
 * left off, so that a long backlog is read once. Not for several threads at once.
 */
final class ResultReader {
  private final JournalReader reader;
  private final LongSupplier lastOrder;
  private @Nullable SegmentScan segment;
  private boolean growing;
  private int next;
  private long last;

  /**
   * @param lastOrder entries behind this one do not count yet: they may be half written
   */
  ResultReader(JournalReader reader, LongSupplier lastOrder) {
    this.reader = reader;
    this.lastOrder = lastOrder;
  }

  /**
   * The oldest results behind a sequence, in order.
   *
   * @param most how many at most; fewer come when no more are there, and now and then where a
   *     segment ends that was still growing when it was read
   */
  List<PassageResult> behind(long sequence, int most) throws JournalException {
    if (segment == null || sequence != last) {
      seek(sequence);
    }
    List<PassageResult> found = new ArrayList<>();
    long end = lastOrder.getAsLong();
    while (found.size() < most) {
      Recorded recorded = nextEntry(end);
      if (recorded == null) {
        segment = null; // what comes next was not there when this was read
        break;
      }
      if (recorded.entry() instanceof PassageResult result && result.sequence() > last) {
        found.add(following(result));
      }
    }
    return found;
  }

  private PassageResult following(PassageResult result) throws JournalException {
    if (result.sequence() != last + 1) {
      throw reader.damaged(
          Objects.requireNonNull(segment, "the result came from one"),
          "has result " + result.sequence() + " where " + (last + 1) + " is expected");
    }
    last = result.sequence();
    return result;
  }

  private void seek(long sequence) throws JournalException {
    last = sequence;
    open(reader.segmentBefore(sequence));
  }

  private void open(@Nullable String name) throws JournalException {
    growing = name != null && reader.isLast(name); // asked first: it may be closed meanwhile
    segment = name == null ? null : reader.segment(name);
    next = 0;
  }

  /** The next entry that can be opened, up to the one of that order; null where there is none. */
  private @Nullable Recorded nextEntry(long end) throws JournalException {
    for (SegmentScan scan = segment; scan != null; scan = segment) {
      if (next < scan.frames().size()) {
        Recorded recorded = reader.decode(scan, scan.frames().get(next));
        if (recorded != null && recorded.order() > end) {
          return null;
        }
        next++;
        if (recorded != null) {
          return recorded;
        }
      } else {
        open(growing ? null : JournalReader.segmentName(scan.nextOrder()));
      }
    }
    return null;
  }
}
