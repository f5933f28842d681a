package egate.simulator.device;

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

/** The dozen calls of Linux's C library that a pseudo-terminal needs; each failure is an errno. */
// Foreign calls are the only way from Java to a pseudo-terminal; the launcher permits them to this
// module by --enable-native-access.
@SuppressWarnings("restricted")
final class Libc {
  static final int O_RDWR = 2;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final short POLLIN = 1;
  static final short POLLOUT = 4;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int EAGAIN = 11;

  /** struct termios has 60 bytes on x86-64 and ARM64. */
  static final int TERMIOS_BYTES = 60;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPENPT = call("posix_openpt", INT, INT);
  private static final MethodHandle GRANTPT = call("grantpt", INT, INT);
  private static final MethodHandle UNLOCKPT = call("unlockpt", INT, INT);
  private static final MethodHandle PTSNAME = call("ptsname_r", INT, INT, POINTER, LONG);
  private static final MethodHandle OPEN = openWithoutMode();
  private static final MethodHandle CLOSE = call("close", INT, INT);
  private static final MethodHandle READ = call("read", LONG, INT, POINTER, LONG);
  private static final MethodHandle WRITE = call("write", LONG, INT, POINTER, LONG);
  private static final MethodHandle POLL = call("poll", INT, POINTER, LONG, INT);
  private static final MethodHandle TCGETATTR = call("tcgetattr", INT, INT, POINTER);
  private static final MethodHandle TCSETATTR = call("tcsetattr", INT, INT, INT, POINTER);
  private static final MethodHandle CFMAKERAW =
      Linker.nativeLinker().downcallHandle(symbol("cfmakeraw"), FunctionDescriptor.ofVoid(POINTER));
  private static final MethodHandle CFGETOSPEED =
      Linker.nativeLinker()
          .downcallHandle(symbol("cfgetospeed"), FunctionDescriptor.of(INT, POINTER));

  private Libc() {}

  static int openMaster() throws IOException {
    int fd =
        (int) run("posix_openpt", s -> (int) OPENPT.invokeExact(s, O_RDWR | O_NOCTTY | O_CLOEXEC));
    run("grantpt", s -> (int) GRANTPT.invokeExact(s, fd));
    run("unlockpt", s -> (int) UNLOCKPT.invokeExact(s, fd));
    return fd;
  }

  static String slaveOf(int master) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(64);
      run("ptsname_r", s -> (int) PTSNAME.invokeExact(s, master, name, name.byteSize()));
      return name.getString(0);
    }
  }

  static int open(String path, int flags) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return (int) run("open", s -> (int) OPEN.invokeExact(s, name, flags));
    }
  }

  static void close(int fd) throws IOException {
    run("close", s -> (int) CLOSE.invokeExact(s, fd));
  }

  /** Reads what is there; 0 bytes when there is nothing now. */
  static int read(int fd, MemorySegment buffer) throws IOException {
    return (int) run("read", s -> (long) READ.invokeExact(s, fd, buffer, buffer.byteSize()));
  }

  /** Writes what fits; 0 bytes when there is no room now. */
  static int write(int fd, MemorySegment bytes) throws IOException {
    return (int) run("write", s -> (long) WRITE.invokeExact(s, fd, bytes, bytes.byteSize()));
  }

  /** Waits until the descriptor is ready for the events, or the time is up. */
  static boolean poll(int fd, short events, int timeoutMillis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pollfd = arena.allocate(8, 4);
      pollfd.set(INT, 0, fd);
      pollfd.set(ValueLayout.JAVA_SHORT, 4, events);
      return run("poll", s -> (int) POLL.invokeExact(s, pollfd, 1L, timeoutMillis)) > 0;
    }
  }

  /** No echo, no signals, no translation of CR: bytes pass as they are. */
  static void makeRaw(int fd) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment termios = termios(arena, fd);
      CFMAKERAW.invokeExact(termios);
      run("tcsetattr", s -> (int) TCSETATTR.invokeExact(s, fd, 0, termios));
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The speed that the terminal's user has set, as termios codes it (B9600 is 13). */
  static int speedCode(int fd) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return (int) CFGETOSPEED.invokeExact(termios(arena, fd));
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MemorySegment termios(Arena arena, int fd) throws IOException {
    MemorySegment termios = arena.allocate(TERMIOS_BYTES, 4);
    run("tcgetattr", s -> (int) TCGETATTR.invokeExact(s, fd, termios));
    return termios;
  }

  private interface Call {
    long invoke(MemorySegment callState) throws Throwable;
  }

  /** Not ready and interrupted are zero; every other failure throws with its errno. */
  private static long run(String name, Call call) throws IOException {
    int errno;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment callState = arena.allocate(CALL_STATE);
      long answer = call.invoke(callState);
      if (answer >= 0) {
        return answer;
      }
      errno = (int) ERRNO.get(callState, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
    if (errno == EAGAIN || errno == EINTR) {
      return 0;
    }
    throw new IOException(name + " failed with errno " + errno);
  }

  private static MethodHandle call(String name, MemoryLayout answer, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(
            symbol(name),
            FunctionDescriptor.of(answer, arguments),
            Linker.Option.captureCallState("errno"));
  }

  /** The variadic mode argument is needed only with O_CREAT. */
  private static MethodHandle openWithoutMode() {
    return Linker.nativeLinker()
        .downcallHandle(
            symbol("open"),
            FunctionDescriptor.of(INT, POINTER, INT),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(2));
  }

  private static MemorySegment symbol(String name) {
    return Linker.nativeLinker().defaultLookup().findOrThrow(name);
  }
}
