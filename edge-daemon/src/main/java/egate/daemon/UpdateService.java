package egate.daemon;

import egate.daemon.config.Updates;
import egate.daemon.update.PullSchedule;
import egate.daemon.update.UpdateBundle;
import egate.daemon.update.UpdateException;
import egate.daemon.update.UpdateItem;
import egate.daemon.update.UpdatePull;
import egate.daemon.update.Updater;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Looks for updates while the daemon runs: at a stick every few seconds, at a URL every so many
 * minutes, and at what {@code egate update apply} has installed meanwhile. It knows the updater,
 * the data and the log, and nothing of the gate.
 */
final class UpdateService implements AutoCloseable {
  static final String FILE = "egate-update.egub";
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration TOLD = Duration.ofHours(1);

  private final Optional<Updater> updater;
  private final Optional<UpdatePull> pull;
  private final Optional<Path> stick;
  private final Optional<PullSchedule> schedule;
  private final CurrentData data;
  private final Runnable tell;
  private final MonotonicClock clock;
  private final EventLog log;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<FileTime> seen = Optional.empty();
  private final Set<String> refusals = new HashSet<>();
  private Duration nextTold;

  /**
   * @param tell reports the data's clocks
   */
  UpdateService(
      Optional<Updater> updater,
      Optional<Updates> updates,
      StateFolder state,
      CurrentData data,
      Runnable tell,
      MonotonicClock clock,
      RandomGenerator random,
      EventLog log) {
    this.updater = updater;
    this.data = data;
    this.tell = tell;
    this.clock = clock;
    this.log = log;
    this.nextTold = clock.now();
    stick = updates.flatMap(Updates::stick).map(state::resolve);
    pull =
        updates
            .flatMap(Updates::url)
            .map(
                url ->
                    new UpdatePull(
                        URI.create(url), updates.flatMap(Updates::ca).map(state::resolve)));
    schedule =
        updates.map(
            u -> new PullSchedule(Duration.ofMinutes(u.pullMinutes()), random, clock.now()));
  }

  void start() {
    Thread.ofVirtual().name("updates").start(this::run);
  }

  private void run() {
    try {
      do {
        look();
      } while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look at each source; a refusal is logged, and the gate goes on with what it has. */
  void look() throws InterruptedException {
    attempt(this::lookAtStick);
    attempt(this::pull);
    attempt(
        () -> {
          if (data.refresh()) {
            nextTold = clock.now();
          }
        });
    if (clock.now().compareTo(nextTold) >= 0) {
      nextTold = clock.now().plus(TOLD);
      tell.run();
    }
  }

  private interface Attempt {
    void run() throws IOException, UpdateException, StartException, InterruptedException;
  }

  private void attempt(Attempt attempt) throws InterruptedException {
    try {
      attempt.run();
    } catch (UpdateException | StartException | IOException e) {
      String line = String.valueOf(e.getMessage());
      if (refusals.add(line)) { // said once until something is taken again
        log.updateRefused(line);
      }
    }
  }

  private void pull() throws UpdateException, InterruptedException {
    if (pull.isPresent() && schedule.orElseThrow().isDue(clock.now())) {
      apply(pull.get().toString(), pull.get().get());
    }
  }

  private void lookAtStick() throws IOException, UpdateException {
    if (stick.isEmpty()) {
      return;
    }
    Path file = stick.get().resolve(FILE);
    try {
      Optional<FileTime> now = Optional.of(Files.getLastModifiedTime(file));
      if (!now.equals(seen)) {
        seen = now; // a bundle that was refused is not looked at again
        apply(file.toString(), UpdateBundle.read(file));
      }
    } catch (NoSuchFileException e) {
      seen = Optional.empty();
    }
  }

  private void apply(String source, byte[] bundle) throws UpdateException {
    List<UpdateItem> fresh = updater.orElseThrow().apply(source, bundle);
    fresh.forEach(log::updateInstalled);
    refusals.clear();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
