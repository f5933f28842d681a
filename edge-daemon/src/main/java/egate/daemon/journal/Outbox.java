package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The results that central has not acknowledged yet, in an encrypted H2 database projected from the
 * journal. The journal is the truth: what the database lacks is fetched from there.
 *
 * <p>One thread of its own talks to the database and is never interrupted, for an interrupt inside
 * H2 closes the file. Methods may be called from any thread; none but {@link #close} waits for the
 * database.
 */
public final class Outbox implements AutoCloseable {
  /** Work that may wait for the database's thread; beyond it results wait in the journal alone. */
  private static final int TASKS_MAX = 1_024;

  private static final int RETRY_MILLIS = 1_000;
  private static final Duration CLOSE_MOST = Duration.ofSeconds(10);

  private final OutboxOpening opening;
  private final OutboxProjection projection;
  private final UUID epoch;
  private final AtomicLong last;
  private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(TASKS_MAX);
  private final Thread thread = Thread.ofPlatform().name("outbox").daemon().unstarted(this::serve);
  private volatile Runnable listener = () -> {};
  private volatile boolean closed;

  /**
   * Opens the outbox, creating, healing or rebuilding the database from the journal.
   *
   * @param folder holds the database and nothing else
   * @param key from now on the outbox's, which wipes it when it is closed
   * @throws OutboxException when the key does not fit or the folder cannot be used
   * @throws JournalException when the journal cannot be read
   */
  public static Outbox open(Path folder, DatabaseKey key, Journal journal, InstantSource clock)
      throws OutboxException, JournalException {
    return open(OutboxFolder.of(folder), key, journal, clock);
  }

  static Outbox open(OutboxFolder folder, DatabaseKey key, Journal journal, InstantSource clock)
      throws OutboxException, JournalException {
    OutboxStore store = new OutboxStore(folder, key, journal, clock);
    OutboxStore.Opened opened = store.open();
    Outbox outbox =
        new Outbox(opened, new OutboxProjection(store, opened.database(), key), journal);
    outbox.thread.start();
    return outbox;
  }

  private Outbox(OutboxStore.Opened opened, OutboxProjection projection, Journal journal) {
    this.opening = opened.opening();
    this.projection = projection;
    this.epoch = journal.recovery().epoch();
    this.last = new AtomicLong(journal.recovery().lastSequence());
  }

  /** How the database was found. */
  public OutboxOpening opening() {
    return opening;
  }

  /** Takes a result that is in the journal; returns at once. */
  public void enqueue(PassageResult result) {
    last.accumulateAndGet(result.sequence(), Math::max);
    boolean taken =
        tasks.offer(
            () -> {
              projection.project(result);
              listener.run();
            });
    if (!taken) {
      projection.fellBehind();
    }
  }

  /** Calls the listener, on the outbox's own thread, whenever a result was projected. */
  public void onProjected(Runnable listener) {
    this.listener = listener;
  }

  /**
   * The oldest results whose sequence is above the given one, in order.
   *
   * @param most how many at most, 1..1,000
   * @return completes exceptionally with an {@link OutboxException} when the database fails
   */
  public CompletableFuture<List<OutboxRecord>> oldestAfter(long sequence, int most) {
    if (most < 1 || most > 1_000) {
      throw new IllegalArgumentException("most is " + most + ", outside 1..1,000");
    }
    return ask(() -> projection.after(sequence, most));
  }

  /** Results that central has not acknowledged, those not yet projected included. */
  public long depth() {
    return last.get() - acknowledged();
  }

  /** Sequence up to which central acknowledged; zero before the first acknowledgement. */
  public long acknowledged() {
    return projection.acknowledged().sequence();
  }

  /** Whether the database still fetches results from the journal. */
  boolean behind() {
    return projection.behind();
  }

  /** One line about databases that were moved aside, or empty. */
  String alarm() {
    return projection.alarm();
  }

  /** One line about a database that does not work now, or null; results wait in the journal. */
  public @Nullable String trouble() {
    return projection.trouble();
  }

  /**
   * Takes every result up to the sequence off the queue, if it may be acknowledged.
   *
   * @return completes exceptionally with an {@link OutboxException} when the database fails
   */
  public CompletableFuture<AckAnswer> acknowledge(UUID epoch, long sequence) {
    return acknowledge(epoch, sequence, Optional.empty());
  }

  /**
   * As {@link #acknowledge(UUID, long)}, but only if central holds the same results.
   *
   * @param chain what central says the chain over the results is there
   */
  public CompletableFuture<AckAnswer> acknowledge(
      UUID epoch, long sequence, Optional<ChainHash> chain) {
    return ask(
        () -> {
          if (!epoch.equals(this.epoch)) {
            return new AckAnswer.ForeignEpoch(epoch);
          }
          if (sequence > last.get()) {
            return new AckAnswer.FromTheFuture(sequence, last.get());
          }
          return projection.acknowledge(sequence, chain);
        });
  }

  /** How far central has the results, and the chain over them there. */
  AckPoint acknowledgedPoint() {
    return projection.acknowledged();
  }

  /** Removes what a destroyed key had sealed and central has. */
  CompletableFuture<Boolean> forget(int key) {
    return ask(
        () -> {
          projection.forget(key);
          return true;
        });
  }

  /** Ends the database's thread behind the work that waits, waiting at most 10 s for it. */
  @Override
  public void close() {
    Runnable poison = () -> closed = true;
    try {
      if (tasks.offer(poison, CLOSE_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.join(CLOSE_MOST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A question to the database, answered by its thread. */
  private interface Question<T> {
    T answer() throws OutboxException;
  }

  private <T> CompletableFuture<T> ask(Question<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    boolean taken =
        !closed
            && tasks.offer(
                () -> {
                  try {
                    answer.complete(question.answer());
                  } catch (OutboxException e) {
                    answer.completeExceptionally(e);
                  }
                });
    if (!taken) {
      answer.completeExceptionally(new OutboxException("outbox is closed or too busy"));
    }
    return answer;
  }

  private void serve() {
    while (!closed) {
      try {
        Runnable task = tasks.poll(idleMillis(), TimeUnit.MILLISECONDS);
        if (task != null) {
          task.run();
        }
        healSome();
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread; only the poison ends it.
      }
    }
    projection.close();
  }

  /** At once while something is missing, but not over and over on a database that fails. */
  private long idleMillis() {
    return !projection.behind() || projection.trouble() != null ? RETRY_MILLIS : 0;
  }

  private void healSome() {
    if (!closed && projection.behind()) {
      projection.heal();
      listener.run();
    }
  }
}
