package egate.daemon.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the record in order while the gate works: looks at the disk, notes what central has, signs,
 * shreds, removes. On a thread of its own, so that no door waits for it longer than for one write.
 */
public final class RecordKeeper implements AutoCloseable {
  /** How long an entry may wait for a head that covers it. */
  static final Duration SIGN_EVERY = Duration.ofSeconds(60);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final RecordStores stores;
  private final DeviceKey device;
  private final InstantSource clock;
  private final Consumer<String> tell;
  private final RecordRoom room;
  private final Shredding shredding;
  private final DiskWrites writes = DiskWrites.begin();
  private final long firstSequence;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("record").daemon().unstarted(this::serve);
  private volatile String trouble = "";
  private String told = "";
  private final Set<String> raised = new HashSet<>();

  /**
   * Signs what is on record, and goes on until closed.
   *
   * @param tell told one line when something cannot be done, and again when it can
   * @throws JournalException when the first head cannot be put on record
   */
  public static RecordKeeper start(
      RecordStores stores,
      DeviceKey device,
      RecordPolicy policy,
      InstantSource clock,
      Consumer<String> tell)
      throws JournalException {
    RecordKeeper keeper = new RecordKeeper(stores, device, policy, clock, tell);
    keeper.look(clock.instant());
    keeper.keep(clock.instant());
    keeper.thread.start();
    return keeper;
  }

  RecordKeeper(
      RecordStores stores,
      DeviceKey device,
      RecordPolicy policy,
      InstantSource clock,
      Consumer<String> tell) {
    this.stores = stores;
    this.device = device;
    this.clock = clock;
    this.tell = tell;
    this.room = new RecordRoom(stores.journal(), stores.telemetry(), policy);
    this.shredding = new Shredding(stores.journal(), stores.outbox(), policy);
    this.firstSequence = stores.journal().recovery().lastSequence();
  }

  /** What it keeps in order. */
  public RecordStores stores() {
    return stores;
  }

  /** Whether the record has no room for another traveller; from any thread. */
  public boolean full() {
    return room.full() != null;
  }

  /** How the record does; from any thread. */
  public RecordStatus status() {
    Journal journal = stores.journal();
    SignedHead head = journal.lastHead();
    SignedHead anchor = stores.anchor().head();
    String full = room.full();
    String outbox = stores.outbox().trouble();
    return new RecordStatus(
        full == null ? "" : full,
        outbox == null ? trouble : outbox,
        stores.alarms(),
        room.freeBytes(),
        journal.sizeBytes(),
        journal.unsigned(),
        head == null ? 0 : head.order(),
        anchor == null ? 0 : anchor.order(),
        journal.wear().bytes(),
        writes.bytes(),
        journal.recovery().lastSequence() - firstSequence,
        stores.telemetry().depth());
  }

  /** What is looked after every second. */
  void look(Instant now) throws JournalException {
    room.check(now.toEpochMilli());
    raise(now);
    String full = room.full();
    String line = full == null ? "" : "no traveller is taken: " + full;
    if (!line.equals(told)) {
      told = line;
      tell.accept(line.isEmpty() ? "there is room again" : line);
    }
  }

  /** Each alarm once, in the log and upstream; a restart repeats those that still hold. */
  private void raise(Instant now) {
    for (String alarm : stores.alarms()) {
      if (raised.add(alarm)) {
        tell.accept("ALARM " + alarm);
        stores.telemetry().append(now.toEpochMilli(), Observation.alarm(alarm));
      }
    }
  }

  /** What is done every minute. */
  void keep(Instant now) throws JournalException {
    Journal journal = stores.journal();
    AckPoint acknowledged = stores.outbox().acknowledgedPoint();
    if (acknowledged.sequence() > journal.standing().acknowledged()) {
      journal.append(
          new JournalEntry.Acknowledged(
              now.toEpochMilli(), acknowledged.sequence(), acknowledged.chain()));
    }
    shredding.shred(now);
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
    long rounds = SIGN_EVERY.dividedBy(LOOK_EVERY);
    for (long round = 1; ; round++) {
      boolean last = closed();
      boolean minute = last || round % rounds == 0;
      attempt(minute);
      if (last) {
        return;
      }
    }
  }

  private void attempt(boolean minute) {
    try {
      look(clock.instant());
      if (minute) {
        keep(clock.instant());
      }
      trouble = "";
    } catch (JournalException e) {
      if (!e.line().equals(trouble)) {
        tell.accept(e.line());
      }
      trouble = e.line();
    }
  }

  private boolean closed() {
    try {
      return closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true; // nobody has a reason to; better to end than to spin
    }
  }
}
