package egate.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Linux's idle scheduling class for one thread: a rehearsal runs only when nobody else wants the
 * processor, above all not the bridge that serves; until it is told that none serves a traveller.
 */
// sched_setscheduler is a foreign call; the JDK offers none.
@SuppressWarnings("restricted")
final class IdlePriority {
  private static final int SCHED_OTHER = 0;
  private static final int SCHED_IDLE = 5;

  private static final MethodHandle SET =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("sched_setscheduler"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS));

  private static final MethodHandle THREAD_ID =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("gettid"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT));

  private boolean givenUp;
  private int working;

  /** What is done meanwhile. */
  interface Work {
    int run() throws RehearsalException, InterruptedException;
  }

  /** Works at idle priority, where the way back is permitted; otherwise at the usual one. */
  int during(Work work) throws RehearsalException, InterruptedException {
    if (!wayBack()) {
      return work.run();
    }
    begin();
    try {
      return work.run();
    } finally {
      giveUp();
    }
  }

  /** From now on at the usual priority, also what goes on just now; from any thread. */
  synchronized void giveUp() {
    givenUp = true;
    if (working != 0) {
      boolean _ = set(working, SCHED_OTHER);
      working = 0;
    }
  }

  private synchronized void begin() {
    if (!givenUp) {
      working = threadId();
      boolean _ = set(working, SCHED_IDLE);
    }
  }

  /** Tried on a thread that is thrown away: one that cannot come back would serve at idle. */
  private static boolean wayBack() throws InterruptedException {
    AtomicBoolean possible = new AtomicBoolean();
    Thread trial =
        Thread.ofPlatform().start(() -> possible.set(set(0, SCHED_IDLE) && set(0, SCHED_OTHER)));
    trial.join();
    return possible.get();
  }

  private static int threadId() {
    try {
      return (int) THREAD_ID.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("gettid", e);
    }
  }

  /** Of a thread of this process; zero for the calling one. */
  private static boolean set(int thread, int policy) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment noPriority = arena.allocate(ValueLayout.JAVA_INT);
      return (int) SET.invokeExact(thread, policy, noPriority) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("sched_setscheduler", e);
    }
  }
}
