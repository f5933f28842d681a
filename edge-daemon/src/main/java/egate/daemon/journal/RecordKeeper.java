package egate.daemon.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the record in order while the gate works: notes what central has, signs. On a thread of its
 * own, so that no door waits for it longer than for one write.
 */
public final class RecordKeeper implements AutoCloseable {
  /** How long an entry may wait for a head that covers it. */
  static final Duration SIGN_EVERY = Duration.ofSeconds(60);

  private final Journal journal;
  private final Outbox outbox;
  private final DeviceKey device;
  private final InstantSource clock;
  private final Consumer<String> trouble;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("record").daemon().unstarted(this::serve);

  /**
   * Signs what is on record, and goes on until closed.
   *
   * @param trouble told one line about what could not be done
   * @throws JournalException when the first head cannot be put on record
   */
  public static RecordKeeper start(
      Journal journal,
      Outbox outbox,
      DeviceKey device,
      InstantSource clock,
      Consumer<String> trouble)
      throws JournalException {
    RecordKeeper keeper = new RecordKeeper(journal, outbox, device, clock, trouble);
    keeper.keep(clock.instant());
    keeper.thread.start();
    return keeper;
  }

  RecordKeeper(
      Journal journal,
      Outbox outbox,
      DeviceKey device,
      InstantSource clock,
      Consumer<String> trouble) {
    this.journal = journal;
    this.outbox = outbox;
    this.device = device;
    this.clock = clock;
    this.trouble = trouble;
  }

  /** One round. */
  void keep(Instant now) throws JournalException {
    AckPoint acknowledged = outbox.acknowledgedPoint();
    if (acknowledged.sequence() > journal.standing().acknowledged()) {
      journal.append(
          new JournalEntry.Acknowledged(
              now.toEpochMilli(), acknowledged.sequence(), acknowledged.chain()));
    }
    if (journal.unsigned() > 0) {
      SignedHead _ = journal.sign(device, now.toEpochMilli());
    }
  }

  /** Signs for the last time. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    boolean open = true;
    while (open) {
      open = !closed();
      try {
        keep(clock.instant());
      } catch (JournalException e) {
        trouble.accept(e.line());
      }
    }
  }

  private boolean closed() {
    try {
      return closing.await(SIGN_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true; // nobody has a reason to; better to end than to spin
    }
  }
}
