package egate.bridge.serial;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Linux's advisory lock on an open device. It ends with its holder, however that dies, so no stale
 * lock file can keep a gate closed; TIOCEXCL alone does not stop an opener that runs as root.
 */
// flock is a foreign call; jSSC offers none, and a FileLock would need to open the device twice.
@SuppressWarnings("restricted")
final class DeviceLock {
  private static final int LOCK_EX_OR_FAIL = 2 | 4;

  private static final MethodHandle FLOCK =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("flock"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private DeviceLock() {}

  /** Locks the open device behind a descriptor; false when another opener has. */
  static boolean tryLock(long descriptor) {
    try {
      return (int) FLOCK.invokeExact((int) descriptor, LOCK_EX_OR_FAIL) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("flock", e);
    }
  }
}
