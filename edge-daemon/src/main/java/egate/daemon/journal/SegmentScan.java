package egate.daemon.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one segment holds.
 *
 * @param frames the intact ones, in order
 * @param end offset behind the last intact frame
 * @param chain the journal's chain behind the last intact frame
 * @param tailBytes bytes behind that offset
 * @param damaged whether the tail can not be the remains of one append that was cut short
 */
record SegmentScan(
    SegmentHeader header,
    List<Frame> frames,
    int end,
    ChainHash chain,
    int tailBytes,
    boolean damaged) {

  /**
   * Reads a segment behind its header.
   *
   * <p>At most one append is ever under way, so a torn tail is no longer than one frame and has no
   * intact frame in it. All else behind the last intact frame is damage, and damage is never cut.
   */
  static SegmentScan of(byte[] segment, SegmentHeader header) {
    List<Frame> frames = new ArrayList<>();
    int end = SegmentHeader.SIZE;
    ChainHash chain = header.chain();
    for (Frame frame = next(segment, end, header.firstOrder());
        frame != null;
        frame = next(segment, end, header.firstOrder() + frames.size())) {
      frames.add(frame);
      chain = chain.followedBy(frame.bytes());
      end = frame.end();
    }
    int tail = segment.length - end;
    boolean damaged = tail > Frame.SIZE_MAX || holdsFrame(segment, end);
    return new SegmentScan(header, frames, end, chain, tail, damaged);
  }

  /** Order of the entry behind the last one. */
  long nextOrder() {
    return header.firstOrder() + frames.size();
  }

  /** The highest number of a key that sealed one of its entries, zero where none did. */
  int lastKey() {
    return frames.stream().mapToInt(Frame::key).max().orElse(0);
  }

  private static @Nullable Frame next(byte[] segment, int offset, long order) {
    Frame frame = Frame.at(segment, offset);
    return frame != null && frame.order() == order ? frame : null;
  }

  private static boolean holdsFrame(byte[] segment, int from) {
    for (int offset = from; offset < segment.length; offset++) {
      if (Frame.at(segment, offset) != null) {
        return true;
      }
    }
    return false;
  }
}
