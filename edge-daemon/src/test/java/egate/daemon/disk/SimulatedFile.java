package egate.daemon.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One file: what is on the platter, and what was changed since the last force. */
final class SimulatedFile {
  private static final int SECTOR = 512;

  /** A write at a position or, where it has no bytes, a cut to that size. */
  private static final class Change {
    final int position;
    final byte[] bytes;

    Change(int position, byte[] bytes) {
      this.position = position;
      this.bytes = bytes;
    }

    boolean cuts() {
      return bytes.length == 0;
    }
  }

  private final Image durable = new Image();
  private final Image present = new Image();
  private final List<Change> changes = new ArrayList<>();

  int size() {
    return present.size;
  }

  byte[] content() {
    return Arrays.copyOf(present.bytes, present.size);
  }

  /** How many bytes were read; none at the end. */
  int read(int position, byte[] into, int offset, int length) {
    int count = Math.min(length, present.size - position);
    if (count > 0) {
      System.arraycopy(present.bytes, position, into, offset, count);
    }
    return count;
  }

  void write(int position, byte[] bytes) {
    if (bytes.length > 0) {
      change(new Change(position, bytes));
    }
  }

  void truncate(int size) {
    change(new Change(size, new byte[0]));
  }

  void force() {
    changes.forEach(durable::apply);
    changes.clear();
  }

  /** What is left when the power comes back: each change whole, in part, or not at all. */
  SimulatedFile afterPowerCut(FaultPlan plan) {
    SimulatedFile after = new SimulatedFile();
    after.write(0, Arrays.copyOf(durable.bytes, durable.size));
    for (Change change : changes) {
      switch (plan.below(4)) {
        case 0 -> after.change(change);
        case 1 -> after.write(change.position, prefix(change, plan));
        case 2 -> after.writeHoled(change, plan);
        default -> {}
      }
    }
    after.force();
    return after;
  }

  private void change(Change change) {
    changes.add(change);
    present.apply(change);
  }

  private static byte[] prefix(Change change, FaultPlan plan) {
    return Arrays.copyOf(change.bytes, plan.below(change.bytes.length + 1));
  }

  /** Some sectors reached the platter, others kept what they held before. */
  private void writeHoled(Change change, FaultPlan plan) {
    int end = change.position + change.bytes.length;
    for (int sector = change.position / SECTOR * SECTOR; sector < end; sector += SECTOR) {
      if (plan.below(2) == 0) {
        int from = Math.max(sector, change.position) - change.position;
        int to = Math.min(sector + SECTOR, end) - change.position;
        write(change.position + from, Arrays.copyOfRange(change.bytes, from, to));
      }
    }
    if (!change.cuts() && present.size < end) {
      write(end - 1, new byte[1]); // the file has grown, whatever reached it
    }
  }

  /** Bytes that grow. */
  private static final class Image {
    byte[] bytes = new byte[0];
    int size;

    void apply(Change change) {
      if (change.cuts()) {
        cut(change.position);
      } else {
        grow(change.position + change.bytes.length);
        System.arraycopy(change.bytes, 0, bytes, change.position, change.bytes.length);
      }
    }

    void grow(int to) {
      if (to > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(to, 2 * bytes.length));
      }
      size = Math.max(size, to);
    }

    private void cut(int to) {
      grow(to);
      Arrays.fill(bytes, to, size, (byte) 0);
      size = to;
    }
  }
}
