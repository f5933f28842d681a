package egate.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Linux's idle scheduling class for the calling thread: a rehearsal runs only when nobody else
 * wants the processor, above all not the bridge that serves.
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

  private IdlePriority() {}

  /** What is done meanwhile. */
  interface Work {
    int run() throws RehearsalException, InterruptedException;
  }

  /** Works at idle priority, where the way back is permitted; otherwise at the usual one. */
  static int during(Work work) throws RehearsalException, InterruptedException {
    if (!wayBack()) {
      return work.run();
    }
    set(SCHED_IDLE);
    try {
      return work.run();
    } finally {
      set(SCHED_OTHER);
    }
  }

  /** Tried on a thread that is thrown away: one that cannot come back would serve at idle. */
  private static boolean wayBack() throws InterruptedException {
    AtomicBoolean possible = new AtomicBoolean();
    Thread trial =
        Thread.ofPlatform().start(() -> possible.set(set(SCHED_IDLE) && set(SCHED_OTHER)));
    trial.join();
    return possible.get();
  }

  private static boolean set(int policy) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment noPriority = arena.allocate(ValueLayout.JAVA_INT);
      return (int) SET.invokeExact(0, policy, noPriority) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("sched_setscheduler", e);
    }
  }
}
