package egate.inspection;

import java.nio.ByteBuffer;

/**
 * Rows of one length, sorted by the {@link StoreKey} that each begins with, in a part of a mapped
 * file. Nothing is copied.
 */
final class SortedTable {
  private final ByteBuffer rows;
  private final int rowBytes;

  /**
   * @param rows a whole number of rows
   * @param valueBytes bytes of a row behind its key
   */
  SortedTable(ByteBuffer rows, int valueBytes) throws TrustStoreCorruptException {
    this.rows = rows;
    this.rowBytes = StoreKey.BYTES + valueBytes;
    if (rows.limit() % rowBytes != 0) {
      throw new TrustStoreCorruptException("trust store with half a row");
    }
  }

  int size() {
    return rows.limit() / rowBytes;
  }

  /** The first row with the key among those from..to-1, or -1. */
  int find(StoreKey key, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (StoreKey.read(rows, middle * rowBytes).compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < to && has(low, key) ? low : -1;
  }

  int find(StoreKey key) {
    return find(key, 0, size());
  }

  /** Whether there is such a row and it has this key. */
  boolean has(int row, StoreKey key) {
    return row < size() && StoreKey.read(rows, row * rowBytes).equals(key);
  }

  StoreKey key(int row) {
    return StoreKey.read(rows, row * rowBytes);
  }

  ByteBuffer value(int row) {
    return rows.slice(row * rowBytes + StoreKey.BYTES, rowBytes - StoreKey.BYTES);
  }

  int intAt(int row, int offset) {
    return rows.getInt(row * rowBytes + StoreKey.BYTES + offset);
  }

  long longAt(int row, int offset) {
    return rows.getLong(row * rowBytes + StoreKey.BYTES + offset);
  }
}
