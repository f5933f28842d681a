package egate.command;

import egate.command.Extraction.Extracted;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a run: each file is decoded once, on all cores, and kept as long as there is room
 * for it. A file whose decoding does not end is given up, with the thread that works on it.
 */
final class Samples<F> implements AutoCloseable {
  private static final int SECONDS_MAX = 60;
  private static final int STUCK_MAX = 8;

  private final Extraction<F> extraction;
  private final int kept;
  private final BiConsumer<String, String> unreadable;
  private final ThreadPoolExecutor workers;
  private final Map<String, Held<F>> held = new LinkedHashMap<>(16, 0.75f, true);
  private int stuck;

  /** A sample, or none where its file could not be read. */
  record Held<F>(@Nullable Extracted<F> extracted) {}

  /**
   * @param kept samples that are kept, at least as many as one piece of a run needs
   * @param unreadable is told a path and why its file could not be read, once a file
   */
  Samples(Extraction<F> extraction, int kept, BiConsumer<String, String> unreadable) {
    this.extraction = extraction;
    this.kept = kept;
    this.unreadable = unreadable;
    int cores = Runtime.getRuntime().availableProcessors();
    workers =
        new ThreadPoolExecutor(
            cores, cores, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Samples::daemon);
  }

  /**
   * Makes ready what a piece of the run needs.
   *
   * @param files by the names that they were given
   * @return those that were decoded now
   */
  Map<String, Held<F>> prepare(Map<String, Path> files) throws CommandFault {
    forgetOldest();
    Map<String, Future<Extracted<F>>> begun = new LinkedHashMap<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (held.get(file.getKey()) == null) {
        begun.put(file.getKey(), workers.submit(() -> extraction.extract(file.getValue())));
      }
    }
    Map<String, Held<F>> fresh = new LinkedHashMap<>();
    for (Map.Entry<String, Future<Extracted<F>>> each : begun.entrySet()) {
      fresh.put(each.getKey(), await(each.getKey(), each.getValue()));
    }
    held.putAll(fresh);
    return fresh;
  }

  /** A sample that was made ready. */
  @Nullable Extracted<F> get(String name) {
    Held<F> sample = held.get(name);
    if (sample == null) {
      throw new IllegalStateException("a sample was not made ready");
    }
    return sample.extracted();
  }

  private Held<F> await(String name, Future<Extracted<F>> extracted) throws CommandFault {
    try {
      return new Held<>(extracted.get(SECONDS_MAX, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      unreadable.accept(name, reason(e.getCause()));
    } catch (TimeoutException e) {
      giveUp(name);
    } catch (InterruptedException e) {
      throw new CommandFault("interrupted");
    }
    return new Held<>(null);
  }

  private void giveUp(String name) throws CommandFault {
    unreadable.accept(name, "was not decoded within " + SECONDS_MAX + " s");
    stuck++;
    if (stuck > STUCK_MAX) {
      throw new CommandFault(stuck + " files keep a decoder busy without end; remove them");
    }
    // Java cannot end a thread; another one takes its place.
    workers.setMaximumPoolSize(workers.getMaximumPoolSize() + 1);
    workers.setCorePoolSize(workers.getCorePoolSize() + 1);
  }

  private static String reason(@Nullable Throwable cause) {
    return cause instanceof ImageFile.UnreadableException unreadable
        ? String.valueOf(unreadable.getMessage())
        : "could not be decoded";
  }

  private void forgetOldest() {
    while (held.size() > kept) {
      held.remove(held.keySet().iterator().next());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "extraction");
    thread.setDaemon(true);
    return thread;
  }

  /** For work on several samples at once. */
  ThreadPoolExecutor workers() {
    return workers;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
