package egate.daemon.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel counts that this process has had written to disks: whole pages, all files. */
final class DiskWrites {
  private static final Path COUNTERS = Path.of("/proc/self/io");
  private static final String FIELD = "write_bytes: ";

  private final long before;

  private DiskWrites(long before) {
    this.before = before;
  }

  static DiskWrites begin() {
    return new DiskWrites(count());
  }

  /** Bytes since then, or -1 where the kernel does not count. */
  long bytes() {
    long now = count();
    return now < 0 || before < 0 ? -1 : now - before;
  }

  private static long count() {
    try {
      return Files.readString(COUNTERS)
          .lines()
          .filter(line -> line.startsWith(FIELD))
          .mapToLong(line -> Long.parseLong(line.substring(FIELD.length())))
          .findFirst()
          .orElse(-1);
    } catch (IOException | NumberFormatException e) {
      return -1;
    }
  }
}
