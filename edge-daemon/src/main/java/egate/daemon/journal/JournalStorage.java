package egate.daemon.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the files of a journal are kept; tests put storage here that loses power.
 *
 * <p>Nothing but {@link #create}, {@link #force}, {@link #truncate} and {@link #delete} promises
 * durability. One thread at a time writes.
 */
public interface JournalStorage extends SegmentSource, Closeable {

  /** Makes a file with a content; durable, its name included, when this returns. */
  void create(String name, ByteBuffer content) throws IOException;

  /** Writes all remaining bytes at a position, which is the file's present end. */
  void write(String name, long position, ByteBuffer bytes) throws IOException;

  /** Makes durable what was written to the file. */
  void force(String name) throws IOException;

  /** Cuts the file to a size; durable when this returns. */
  void truncate(String name, long size) throws IOException;

  /** Removes a file; durable when this returns. */
  void delete(String name) throws IOException;

  /**
   * Sets space aside behind a file's end, so that writing up to that size cannot fail for want of
   * it. The file does not grow by this.
   *
   * @return false where the file system has no such thing; whoever asked then has to look at the
   *     free space
   * @throws IOException when there is not that much space
   */
  boolean reserve(String name, long size) throws IOException;

  /** Bytes that can still be written to the disk. */
  long freeBytes() throws IOException;
}
