package egate.daemon.journal;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what is written, for flash wears out. From any thread. */
public final class Wear {
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();

  /**
   * What was written.
   *
   * @param writes how often something was made durable
   */
  public record Count(long bytes, long writes) {}

  void wrote(long size) {
    bytes.addAndGet(size);
    writes.incrementAndGet();
  }

  Count count() {
    return new Count(bytes.get(), writes.get());
  }
}
