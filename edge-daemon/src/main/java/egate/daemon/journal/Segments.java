package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The segments of a journal as its one writer has them: where the last one ends, what the chain is
 * there, and whether space is set aside for what comes. Not for several threads at once.
 */
final class Segments {
  /** A segment is closed before it would grow beyond this, in bytes. */
  static final int SIZE_MAX = 4 << 20;

  private final JournalStorage storage;
  private final UUID epoch;
  private final Wear wear = new Wear();
  private String name = "";
  private long end;
  private ChainHash chain;
  private boolean reserved;
  private long closedBytes;

  /** Those of a store that is new; none is there. */
  Segments(JournalStorage storage, UUID epoch) throws IOException {
    this.storage = storage;
    this.epoch = epoch;
    this.chain = SegmentHeader.first(epoch).chain();
    this.closedBytes = bytesOfAll();
  }

  /** Those that were found; bytes behind the last intact frame are cut off. */
  Segments(JournalStorage storage, SegmentScan last) throws IOException {
    this.storage = storage;
    this.epoch = last.header().epoch();
    this.chain = last.chain();
    this.name = JournalReader.segmentName(last.header().firstOrder());
    this.end = last.end();
    if (last.tailBytes() > 0) {
      storage.truncate(name, end);
    }
    this.closedBytes = bytesOfAll() - end;
    this.reserved = reserve();
  }

  UUID epoch() {
    return epoch;
  }

  /** The chain behind the last frame. */
  ChainHash chain() {
    return chain;
  }

  /** Bytes that all of them take. */
  long bytes() {
    return closedBytes + end;
  }

  Wear wear() {
    return wear;
  }

  /** Whether the last one can take so many bytes more. */
  boolean fits(int bytes) {
    return !name.isEmpty() && end + bytes <= SIZE_MAX;
  }

  /**
   * Whether so many bytes can be appended whatever happens to the disk, be it behind the begin of a
   * new segment. Where the file system cannot set space aside, it only looks.
   *
   * @throws IOException when there is not that much space
   */
  void secure(int bytes) throws IOException {
    if (reserved && fits(bytes)) {
      return;
    }
    reserved = fits(bytes) && storage.reserve(name, SIZE_MAX);
    if (!reserved && storage.freeBytes() < 2L * SIZE_MAX) {
      throw new IOException("the disk has no room for another segment");
    }
  }

  /** Begins the next one. */
  void begin(long firstOrder) throws IOException {
    String next = JournalReader.segmentName(firstOrder);
    storage.create(next, new SegmentHeader(epoch, firstOrder, chain).encode());
    wear.wrote(SegmentHeader.SIZE);
    closedBytes += end;
    name = next;
    end = SegmentHeader.SIZE;
    reserved = reserve();
  }

  /** Makes a frame that fits durable. */
  void append(ByteBuffer frame) throws IOException {
    int size = frame.remaining();
    storage.write(name, end, frame.duplicate());
    storage.force(name);
    wear.wrote(size);
    chain = chain.followedBy(frame);
    end += size;
  }

  /** Removes one that is not the last. */
  void remove(Retirement retirement) throws IOException {
    storage.delete(retirement.segment());
    closedBytes -= retirement.bytes();
  }

  /** A disk that has no room for a whole segment may still have some for the next entry. */
  private boolean reserve() {
    try {
      return storage.reserve(name, SIZE_MAX);
    } catch (IOException e) {
      return false;
    }
  }

  private long bytesOfAll() throws IOException {
    long bytes = 0;
    for (String segment : storage.list(SegmentSource.SEGMENT)) {
      bytes += storage.size(segment);
    }
    return bytes;
  }
}
