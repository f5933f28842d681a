package egate.daemon.journal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads a journal from its first entry to its last, segment by segment. */
final class JournalReader {
  /** Where a journal may be wrong; told to whoever reads it. */
  interface Visitor {
    /**
     * Takes the next entry.
     *
     * @throws MalformedEntryException when it contradicts those before it
     */
    void visit(Recorded recorded) throws MalformedEntryException;
  }

  private JournalReader() {}

  /**
   * Where writing goes on.
   *
   * @param segment the last segment's name, empty when there is none
   * @param end offset behind its last intact entry
   * @param tornBytes what an append that was cut short left behind that offset
   * @param nextOrder order of the next entry
   */
  record Tail(String segment, int end, int tornBytes, long nextOrder) {}

  /** A segment is called by the order of its first entry. */
  static String segmentName(long firstOrder) {
    return String.format(Locale.ROOT, "%020d.wal", firstOrder);
  }

  /**
   * Visits every intact entry in order.
   *
   * @throws JournalException when a segment cannot be read, is missing, or is damaged anywhere but
   *     in the torn tail of the last
   */
  static Tail read(SegmentSource source, Visitor visitor) throws JournalException {
    Tail tail = new Tail("", 0, 0, 1);
    List<String> segments = list(source);
    for (int i = 0; i < segments.size(); i++) {
      tail = readSegment(source, segments.get(i), tail.nextOrder(), visitor);
      if (tail.tornBytes() > 0 && i < segments.size() - 1) {
        throw damaged(
            source, tail, "not the last one, ends in " + tail.tornBytes() + " torn bytes");
      }
    }
    return tail;
  }

  private static Tail readSegment(
      SegmentSource source, String segment, long firstOrder, Visitor visitor)
      throws JournalException {
    Tail tail = new Tail(segment, 0, 0, firstOrder);
    if (!segment.equals(segmentName(firstOrder))) {
      throw damaged(source, tail, "stands where " + segmentName(firstOrder) + " is expected");
    }
    SegmentScan scan = SegmentScan.of(bytes(source, segment), firstOrder);
    tail = new Tail(segment, scan.end(), scan.tailBytes(), firstOrder + scan.frames().size());
    if (scan.damaged()) {
      throw damaged(source, tail, "is damaged at byte " + scan.end() + ", with entries behind it");
    }
    for (Frame frame : scan.frames()) {
      visit(source, tail, frame, visitor);
    }
    return tail;
  }

  private static void visit(SegmentSource source, Tail tail, Frame frame, Visitor visitor)
      throws JournalException {
    try {
      visitor.visit(new Recorded(frame.order(), EntryCodec.decode(frame.payload())));
    } catch (MalformedEntryException e) {
      throw damaged(source, tail, "has entry " + frame.order() + " " + e.getMessage());
    }
  }

  private static List<String> list(SegmentSource source) throws JournalException {
    try {
      return source.list();
    } catch (IOException e) {
      throw new JournalException("journal " + source.place() + " cannot be listed: " + e, e);
    }
  }

  private static byte[] bytes(SegmentSource source, String segment) throws JournalException {
    try {
      return source.read(segment);
    } catch (IOException e) {
      throw new JournalException(
          "journal " + source.place() + "/" + segment + " cannot be read: " + e, e);
    }
  }

  private static JournalException damaged(SegmentSource source, Tail tail, String how) {
    return new JournalException(
        "journal "
            + source.place()
            + "/"
            + tail.segment()
            + " "
            + how
            + "; nothing was changed: restore the folder from a copy, or move it aside to begin a"
            + " new epoch");
  }
}
