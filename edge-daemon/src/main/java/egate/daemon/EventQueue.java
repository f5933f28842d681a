package egate.daemon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to the loop: in order, but the emergency input first.
 *
 * <p>A full queue makes its senders wait: a report or a door's contact must not be lost, and a loop
 * that no longer drains it has stopped its heartbeat too.
 */
final class EventQueue {
  /** Several times what two bridges and all contacts send within one slow write of the journal. */
  static final int CAPACITY = 256;

  private final Deque<LoopEvent> urgent = new ArrayDeque<>();
  private final Deque<LoopEvent> others = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  /** Adds an event; waits while the queue is full, and drops the event once it is closed. */
  void put(LoopEvent event) {
    Deque<LoopEvent> lane = event.urgent() ? urgent : others;
    lock.lock();
    try {
      while (lane.size() >= CAPACITY && !closed) {
        changed.awaitUninterruptibly();
      }
      if (!closed) {
        lane.add(event);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next event, or null when none came in time or the queue is closed. */
  @Nullable LoopEvent poll(Duration atMost) {
    lock.lock();
    try {
      awaitEvent(atMost);
      LoopEvent event = urgent.isEmpty() ? others.poll() : urgent.poll();
      changed.signalAll();
      return event;
    } finally {
      lock.unlock();
    }
  }

  private void awaitEvent(Duration atMost) {
    long left = atMost.toNanos();
    try {
      while (urgent.isEmpty() && others.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts the loop on purpose: an interrupt would close the journal's file.
    }
  }

  /** Lets go of every sender and of the loop; what still waits is dropped. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
