package egate.gate.gpio.chip;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** This machine's kernel, through its C library. */
// Foreign calls are the only way from Java to ioctl; the launcher permits them to this module.
@SuppressWarnings("restricted")
final class Linux implements Kernel {
  private static final Path DEVICES = Path.of("/dev");

  // asm-generic/fcntl.h, sys/eventfd.h and asm-generic/poll.h: alike on x86-64 and ARM64.
  private static final int O_RDWR = 2;
  private static final int O_CLOEXEC = 0x80000;
  private static final short POLLIN = 1;
  private static final int FOREVER = -1;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
  private static final Linker.Option VARIADIC = Linker.Option.firstVariadicArg(2);
  private static final MethodHandle OPEN =
      call("open", FunctionDescriptor.of(INT, POINTER, INT), CAPTURE, VARIADIC);
  private static final MethodHandle IOCTL =
      call("ioctl", FunctionDescriptor.of(INT, INT, LONG, POINTER), CAPTURE, VARIADIC);
  private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(INT, INT), CAPTURE);
  private static final MethodHandle READ =
      call("read", FunctionDescriptor.of(LONG, INT, POINTER, LONG), CAPTURE);
  private static final MethodHandle EVENTFD =
      call("eventfd", FunctionDescriptor.of(INT, INT, INT), CAPTURE);
  private static final MethodHandle EVENTFD_WRITE =
      call("eventfd_write", FunctionDescriptor.of(INT, INT, LONG), CAPTURE);
  private static final MethodHandle POLL =
      call("poll", FunctionDescriptor.of(INT, POINTER, LONG, INT), CAPTURE);

  @Override
  public List<Path> chips() throws IOException {
    try (Stream<Path> devices = Files.list(DEVICES)) {
      return devices
          .filter(device -> device.getFileName().toString().matches("gpiochip[0-9]+"))
          .sorted(
              Comparator.comparingInt((Path device) -> device.toString().length())
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  @Override
  public int open(Path device) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(device.toString());
      return (int) run("open " + device, s -> (int) OPEN.invokeExact(s, name, O_RDWR | O_CLOEXEC));
    }
  }

  @Override
  public void close(int descriptor) {
    try {
      run("close", s -> (int) CLOSE.invokeExact(s, descriptor));
    } catch (ErrnoException e) {
      // Linux gives the descriptor back whatever it answers.
    }
  }

  @Override
  public void ioctl(int descriptor, int request, MemorySegment argument) throws ErrnoException {
    long unsigned = Integer.toUnsignedLong(request);
    run("ioctl", s -> (int) IOCTL.invokeExact(s, descriptor, unsigned, argument));
  }

  @Override
  public int read(int descriptor, MemorySegment buffer) throws ErrnoException {
    return (int)
        run("read", s -> (long) READ.invokeExact(s, descriptor, buffer, buffer.byteSize()));
  }

  @Override
  public int waker() throws ErrnoException {
    return (int) run("eventfd", s -> (int) EVENTFD.invokeExact(s, 0, O_CLOEXEC));
  }

  @Override
  public void wake(int waker) throws ErrnoException {
    run("eventfd_write", s -> (int) EVENTFD_WRITE.invokeExact(s, waker, 1L));
  }

  @Override
  public Wait await(int descriptor, int waker) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment both = arena.allocate(16, 4);
      for (int i = 0; i < 2; i++) {
        both.set(INT, 8L * i, i == 0 ? descriptor : waker);
        both.set(SHORT, 8L * i + 4, POLLIN);
      }
      while (run("poll", s -> (int) POLL.invokeExact(s, both, 2L, FOREVER)) == 0) {
        // A signal came instead of an answer.
      }
      if (both.get(SHORT, 14) != 0) {
        return Wait.WOKEN;
      }
      short answer = both.get(SHORT, 6);
      return (answer & ~POLLIN) == 0 ? Wait.READABLE : Wait.LOST;
    }
  }

  private interface Call {
    long invoke(MemorySegment callState) throws Throwable;
  }

  /** Interrupted by a signal is zero; every other failure throws. */
  private static long run(String name, Call call) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment callState = arena.allocate(CALL_STATE);
      long answer = call.invoke(callState);
      int errno = (int) ERRNO.get(callState, 0L);
      if (answer < 0 && errno != ErrnoException.EINTR) {
        throw new ErrnoException(name, errno);
      }
      return Math.max(answer, 0);
    } catch (ErrnoException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static MethodHandle call(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
  }
}
