package egate.gate.gpio.chip;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/** The few system calls that a GPIO chip needs; tests put another kernel in its place. */
interface Kernel {

  /** What a wait ended with. */
  enum Wait {
    READABLE,
    WOKEN,
    /** The descriptor says that its device is gone. */
    LOST
  }

  /** The character devices of all GPIO chips, in the order of their numbers. */
  List<Path> chips() throws IOException;

  /** A descriptor, closed when another program is started. */
  int open(Path device) throws ErrnoException;

  void close(int descriptor);

  void ioctl(int descriptor, int request, MemorySegment argument) throws ErrnoException;

  /** Reads what is there, at least one byte; zero when there is nothing after all. */
  int read(int descriptor, MemorySegment buffer) throws ErrnoException;

  /** A descriptor that {@link #wake} makes readable. */
  int waker() throws ErrnoException;

  void wake(int waker) throws ErrnoException;

  /** Waits, without a limit, until one of the two has something to read. */
  Wait await(int descriptor, int waker) throws ErrnoException;
}
