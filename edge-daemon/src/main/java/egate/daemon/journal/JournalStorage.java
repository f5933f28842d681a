package egate.daemon.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the segments of a journal are kept; tests put storage here that loses power.
 *
 * <p>Nothing but {@link #create}, {@link #force} and {@link #truncate} promises durability. One
 * thread at a time writes.
 */
public interface JournalStorage extends SegmentSource, Closeable {

  /** Makes an empty segment; durable, its name included, when this returns. */
  void create(String segment) throws IOException;

  /** Writes all remaining bytes at a position, which is the segment's present end. */
  void write(String segment, long position, ByteBuffer bytes) throws IOException;

  /** Makes durable what was written to the segment. */
  void force(String segment) throws IOException;

  /** Cuts the segment to a size; durable when this returns. */
  void truncate(String segment, long size) throws IOException;
}
