package egate.bridge.reader;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls into another process, each with a limit of its own. The calls are foreign and cannot be
 * interrupted: one that does not return keeps its thread, which dies with this process, and the
 * next call gets a new one.
 */
final class PatientCalls {
  private ExecutorService thread = newThread();

  /** A call that may block. */
  interface Call<T> {
    T run() throws PcscException;
  }

  /**
   * Runs the call; one at a time.
   *
   * @throws PcscException when it fails, or has not returned in time
   */
  <T> T within(Duration limit, Call<T> call) throws PcscException {
    try {
      return thread.submit(call::run).get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      abandon();
      throw new PcscException("pcscd does not answer within " + limit.toMillis() + " ms");
    } catch (InterruptedException e) {
      abandon();
      Thread.currentThread().interrupt();
      throw new PcscException("interrupted while pcscd was asked");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcscException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void abandon() {
    thread.shutdown();
    thread = newThread();
  }

  void close() {
    thread.shutdown();
  }

  private static ExecutorService newThread() {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name("pcsc").daemon().factory());
  }
}
