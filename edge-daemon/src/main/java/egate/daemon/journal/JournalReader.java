package egate.daemon.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads a journal with its keys, segment by segment. */
final class JournalReader {
  /** Where a journal may be wrong; told to whoever reads it. */
  interface Visitor {
    /**
     * Takes the next entry.
     *
     * @throws MalformedEntryException when it contradicts those before it
     */
    void visit(Recorded recorded) throws MalformedEntryException;

    /** Takes an entry whose data key is not there. */
    default void sealed(long order, int key) {}
  }

  private final SegmentSource source;
  private final KeyRing keys;

  JournalReader(SegmentSource source, KeyRing keys) {
    this.source = source;
    this.keys = keys;
  }

  /** A segment is called by the order of its first entry. */
  static String segmentName(long firstOrder) {
    return String.format(Locale.ROOT, "%020d%s", firstOrder, SegmentSource.SEGMENT);
  }

  /**
   * The end of a journal: the segments from the one with the last checkpoint on.
   *
   * @param torn name of a last segment that was cut short while it was made, or empty
   */
  record Tail(List<SegmentScan> segments, String torn) {}

  /**
   * Reads as little as needed to tell what all entries lead to, and folds that into a ledger.
   *
   * @throws JournalException when that part is damaged anywhere but in the torn tail of the last
   */
  Tail recover(Ledger ledger, Dating dating) throws JournalException {
    Deque<SegmentScan> read = new ArrayDeque<>();
    List<String> names = list();
    String torn = lastIsTorn(names) ? names.removeLast() : "";
    OptionalInt checkpoint = OptionalInt.empty();
    while (checkpoint.isEmpty() && !names.isEmpty()) {
      SegmentScan segment = segment(names.removeLast());
      requireJoined(segment, read.peekFirst());
      read.addFirst(segment);
      checkpoint = lastCheckpoint(read.getFirst());
    }
    List<SegmentScan> segments = List.copyOf(read);
    for (int i = 0; i < segments.size(); i++) {
      visit(segments.get(i), i == 0 ? checkpoint.orElse(0) : 0, into(ledger, dating));
    }
    if (ledger.standing() == null && segments.stream().anyMatch(s -> !s.frames().isEmpty())) {
      throw damaged(segments.getFirst(), "tells of no start and no checkpoint");
    }
    return new Tail(segments, torn);
  }

  /**
   * The last segment in front of which lies no result behind a sequence, or null where there is no
   * segment.
   */
  @Nullable String segmentBefore(long sequence) throws JournalException {
    List<String> names = intact();
    int from = 0;
    int behind = names.size();
    while (behind - from > 1) {
      int middle = (from + behind) >>> 1;
      if (beginsBehind(names.get(middle), sequence)) {
        behind = middle;
      } else {
        from = middle;
      }
    }
    return names.isEmpty() ? null : names.get(from);
  }

  /** Whether a segment is the last one just now, which may still grow. */
  boolean isLast(String name) throws JournalException {
    return name.equals(intact().getLast());
  }

  /** Visits every entry in order. */
  void readAll(Visitor visitor) throws JournalException {
    SegmentScan before = null;
    for (String name : intact()) {
      SegmentScan segment = segment(name);
      requireJoined(before, segment);
      visit(segment, 0, visitor);
      before = segment;
    }
  }

  /** The oldest segment, if it is not the last one and every key that sealed it is destroyed. */
  Optional<Retirement> oldestToRetire() throws JournalException {
    List<String> names = list();
    if (names.size() < 2) {
      return Optional.empty();
    }
    SegmentScan oldest = segment(names.getFirst());
    boolean spent =
        oldest.frames().stream()
            .allMatch(frame -> frame.key() == Frame.CLEAR || keys.find(frame.key()) == null);
    return spent
        ? Optional.of(
            new Retirement(names.getFirst(), oldest.end(), oldest.nextOrder() - 1, oldest.chain()))
        : Optional.empty();
  }

  /**
   * Whether a segment's first entry, a checkpoint, stands behind the first result of interest. One
   * whose key is destroyed does not: central has those results.
   */
  private boolean beginsBehind(String name, long sequence) throws JournalException {
    byte[] bytes = head(name, SegmentHeader.SIZE + Frame.SIZE_MAX);
    SegmentHeader header = SegmentHeader.read(bytes);
    Frame first = Frame.at(bytes, SegmentHeader.SIZE);
    if (header == null || first == null) {
      return true;
    }
    try {
      return Recorded.of(first, header.epoch(), keys)
              instanceof Recorded(_, _, JournalEntry.Checkpoint(_, Standing standing))
          && standing.recovery().lastSequence() > sequence;
    } catch (MalformedEntryException e) {
      throw damaged(name, "has entry " + first.order() + " " + e.getMessage());
    }
  }

  /**
   * What a segment holds.
   *
   * @throws JournalException when it is damaged
   */
  SegmentScan segment(String name) throws JournalException {
    byte[] bytes = bytes(name);
    SegmentHeader header = SegmentHeader.read(bytes);
    if (header == null) {
      throw damaged(name, "has a damaged header");
    }
    SegmentScan segment = SegmentScan.of(bytes, header);
    if (!name.equals(segmentName(header.firstOrder()))) {
      throw damaged(segment, "begins with entry " + header.firstOrder());
    }
    if (segment.damaged()) {
      throw damaged(segment, "is damaged at byte " + segment.end() + ", with entries behind it");
    }
    return segment;
  }

  private void requireJoined(@Nullable SegmentScan before, @Nullable SegmentScan behind)
      throws JournalException {
    if (before == null || behind == null) {
      return;
    }
    if (before.tailBytes() > 0) {
      throw damaged(before, "not the last one, ends in " + before.tailBytes() + " torn bytes");
    }
    if (behind.header().firstOrder() != before.nextOrder()) {
      throw damaged(behind, "stands where " + segmentName(before.nextOrder()) + " is expected");
    }
    if (!behind.header().chain().equals(before.chain())) {
      throw damaged(behind, "does not continue the chain of the one before");
    }
  }

  private void visit(SegmentScan segment, int from, Visitor visitor) throws JournalException {
    for (Frame frame : segment.frames().subList(from, segment.frames().size())) {
      Recorded recorded = decode(segment, frame);
      if (recorded == null) {
        visitor.sealed(frame.order(), frame.key());
        continue;
      }
      try {
        visitor.visit(recorded);
      } catch (MalformedEntryException e) {
        throw damaged(segment, "has entry " + frame.order() + " " + e.getMessage());
      }
    }
  }

  /** The last entry of a segment from which on a ledger can be folded. */
  private OptionalInt lastCheckpoint(SegmentScan segment) throws JournalException {
    for (int i = segment.frames().size() - 1; i >= 0; i--) {
      Recorded recorded = decode(segment, segment.frames().get(i));
      if (recorded != null
          && (recorded.order() == 1 || recorded.entry() instanceof JournalEntry.Checkpoint)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** An entry of a segment, or null where the key that sealed it is not there. */
  @Nullable Recorded decode(SegmentScan segment, Frame frame) throws JournalException {
    try {
      return Recorded.of(frame, segment.header().epoch(), keys);
    } catch (MalformedEntryException e) {
      throw damaged(segment, "has entry " + frame.order() + " " + e.getMessage());
    }
  }

  /** What cannot be opened any more was folded into the checkpoint under the next key. */
  private static Visitor into(Ledger ledger, Dating dating) {
    return recorded -> {
      String objection = ledger.objection(recorded.entry());
      if (objection != null) {
        throw new MalformedEntryException(objection);
      }
      ledger.take(recorded.entry());
      dating.noted(recorded.clock(), recorded.entry().wallMillis());
    };
  }

  /** The segments but for a last one that is just being made. */
  private List<String> intact() throws JournalException {
    List<String> names = list();
    return lastIsTorn(names) ? names.subList(0, names.size() - 1) : names;
  }

  /** A power cut while a segment is made leaves a header that is cut short, and nothing else. */
  private boolean lastIsTorn(List<String> names) throws JournalException {
    if (names.isEmpty()) {
      return false;
    }
    byte[] bytes = head(names.getLast(), SegmentHeader.SIZE + 1);
    return bytes.length <= SegmentHeader.SIZE && SegmentHeader.read(bytes) == null;
  }

  private List<String> list() throws JournalException {
    try {
      return new ArrayList<>(source.list(SegmentSource.SEGMENT));
    } catch (IOException e) {
      throw new JournalException("journal " + source.place() + " cannot be listed: " + e, e);
    }
  }

  private byte[] bytes(String segment) throws JournalException {
    try {
      return source.read(segment);
    } catch (IOException e) {
      throw unreadable(segment, e);
    }
  }

  private byte[] head(String segment, int most) throws JournalException {
    try {
      return source.head(segment, most);
    } catch (IOException e) {
      throw unreadable(segment, e);
    }
  }

  private JournalException unreadable(String segment, IOException e) {
    return new JournalException(
        "journal " + source.place() + "/" + segment + " cannot be read: " + e, e);
  }

  /** A damage for people to repair. */
  JournalException damaged(SegmentScan segment, String how) {
    return damaged(segmentName(segment.header().firstOrder()), how);
  }

  private JournalException damaged(String segment, String how) {
    return new JournalException(
        "journal "
            + source.place()
            + "/"
            + segment
            + " "
            + how
            + "; nothing was changed: restore the folder from a copy, or move it aside to begin a"
            + " new epoch");
  }
}
