package egate.gate.gpio;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Linux's real-time scheduling for the calling thread, at its lowest priority: who hears an edge or
 * decides what follows from it need not wait until a bridge that computes lets go of the processor.
 */
// sched_setscheduler is a foreign call; the JDK offers none.
@SuppressWarnings("restricted")
public final class Urgency {
  private static final int SCHED_RR = 2;

  /** What the thread starts, threads and processes, is not urgent. */
  private static final int RESET_ON_FORK = 0x40000000;

  private static final int LOWEST = 1;
  private static final MethodHandle SET =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("sched_setscheduler"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS));

  private Urgency() {}

  /**
   * Makes the calling thread urgent for as long as it lives.
   *
   * @return false where that is not permitted; the thread then goes on as it was
   */
  public static boolean take() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, LOWEST);
      return (int) SET.invokeExact(0, SCHED_RR | RESET_ON_FORK, priority) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("sched_setscheduler", e);
    }
  }
}
