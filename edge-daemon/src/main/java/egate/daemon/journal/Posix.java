package egate.daemon.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Set;

/** What Linux offers and Java does not: space set aside behind a file's end, clock discipline. */
final class Posix {
  private static final int O_RDWR = 2;
  private static final int FALLOC_FL_KEEP_SIZE = 1;

  /** More than struct timex has anywhere; all zero asks and changes nothing. */
  private static final long TIMEX_BYTES = 256;

  /** ENOSYS, EOPNOTSUPP: this file system or kernel has no such thing. */
  private static final Set<Integer> NOT_OFFERED = Set.of(38, 95);

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle OPEN =
      function(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle ADJTIMEX =
      function("adjtimex", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle FALLOCATE =
      function(
          "fallocate",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG));

  private Posix() {}

  /**
   * Sets blocks aside up to a size without making the file longer, by fallocate(2).
   *
   * @return false where the file system does not offer it
   * @throws IOException when there is not that much space
   */
  static boolean reserve(Path file, long size) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int descriptor = (int) OPEN.invokeExact(state, arena.allocateFrom(file.toString()), O_RDWR);
      if (descriptor < 0) {
        throw failed("open", file, state);
      }
      try {
        return reserve(descriptor, size, file, state);
      } finally {
        int _ = (int) CLOSE.invokeExact(state, descriptor);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("functions of the C library throw nothing", e);
    }
  }

  /** What adjtimex(2) says of the clock without changing it; negative when it says nothing. */
  static int clockState() {
    try (Arena arena = Arena.ofConfined()) {
      return (int) ADJTIMEX.invokeExact(arena.allocate(STATE), arena.allocate(TIMEX_BYTES, 8));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("functions of the C library throw nothing", e);
    }
  }

  private static boolean reserve(int descriptor, long size, Path file, MemorySegment state)
      throws Throwable {
    int failure = (int) FALLOCATE.invokeExact(state, descriptor, FALLOC_FL_KEEP_SIZE, 0L, size);
    if (failure == 0) {
      return true;
    }
    if (NOT_OFFERED.contains((int) ERRNO.get(state, 0L))) {
      return false;
    }
    throw failed("fallocate", file, state);
  }

  private static IOException failed(String call, Path file, MemorySegment state) {
    return new IOException(
        call + " of " + file + " failed with errno " + (int) ERRNO.get(state, 0L));
  }

  @SuppressWarnings("restricted") // the launcher allows this module foreign calls
  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        descriptor,
        Linker.Option.captureCallState("errno"));
  }
}
