package egate.gate.gpio.chip;

import egate.gate.gpio.Urgency;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The thread that sleeps in the kernel until an input changes. */
final class EdgeReader implements AutoCloseable {
  private static final int EVENTS_AT_ONCE = 16;

  /** Hears what the inputs do; called on the reader's thread. */
  interface Listener {
    void changed(Edge edge);

    /** The chip is gone, or its lines cannot be read any more. */
    void lost();
  }

  private final GrantedLines lines;
  private final Listener listener;
  private final int waker;
  private final Thread thread;

  private EdgeReader(GrantedLines lines, Listener listener, int waker) {
    this.lines = lines;
    this.listener = listener;
    this.waker = waker;
    this.thread = Thread.ofPlatform().daemon().name("gpio-edges").unstarted(this::run);
  }

  static EdgeReader start(GrantedLines lines, Listener listener) throws ErrnoException {
    EdgeReader reader = new EdgeReader(lines, listener, lines.kernel().waker());
    reader.thread.start();
    return reader;
  }

  /** Returns once the thread has ended, so that the descriptors can be closed. */
  @Override
  public void close() {
    try {
      lines.kernel().wake(waker);
      thread.join();
    } catch (ErrnoException e) {
      throw new IllegalStateException("an eventfd takes a one", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lines.kernel().close(waker);
    }
  }

  private void run() {
    boolean _ = Urgency.take();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment events = arena.allocate(Abi.LINE_EVENT, EVENTS_AT_ONCE);
      Kernel.Wait wait = Kernel.Wait.READABLE;
      while (wait == Kernel.Wait.READABLE) {
        wait = lines.kernel().await(lines.descriptor(), waker);
        if (wait == Kernel.Wait.READABLE) {
          report(events, lines.kernel().read(lines.descriptor(), events));
        }
      }
      if (wait == Kernel.Wait.LOST) {
        listener.lost();
      }
    } catch (ErrnoException e) {
      listener.lost();
    }
  }

  private void report(MemorySegment events, int bytes) {
    long size = Abi.LINE_EVENT.byteSize();
    for (long at = 0; at + size <= bytes; at += size) {
      listener.changed(Edge.of(events.asSlice(at, size)));
    }
  }
}
