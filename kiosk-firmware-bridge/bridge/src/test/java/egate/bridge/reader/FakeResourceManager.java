package egate.bridge.reader;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A resource manager that does what a test tells it to. */
final class FakeResourceManager implements ResourceManager {
  static final byte[] ANSWER = {1, 2, (byte) 0x90, 0};

  private final Map<String, Long> failures = new HashMap<>();
  volatile List<String> readers = List.of("ACS ACR1252 00 00");
  volatile boolean present = true;
  volatile boolean hanging;
  volatile byte[] answer = ANSWER;
  volatile @Nullable String connected;
  volatile boolean poweredAnew;
  volatile boolean unpowered;
  final AtomicInteger disconnected = new AtomicInteger();
  final AtomicInteger released = new AtomicInteger();

  /** The next call of this name fails so, once. */
  synchronized void failing(String call, long code) {
    failures.put(call, code);
  }

  @Override
  public long establish() throws PcscException {
    mayFail("establish");
    return 7;
  }

  @Override
  public void release(long context) {
    released.incrementAndGet();
  }

  @Override
  public List<String> readers(long context) throws PcscException {
    mayFail("readers");
    return readers;
  }

  @Override
  public boolean awaitCard(long context, String reader, Duration timeout) throws PcscException {
    mayFail("awaitCard");
    return present;
  }

  @Override
  public boolean awaitGone(long context, String reader, Duration timeout) throws PcscException {
    mayFail("awaitGone");
    return !present;
  }

  @Override
  public long connect(long context, String reader, boolean anew) throws PcscException {
    mayFail("connect");
    connected = reader;
    poweredAnew = anew;
    return 9;
  }

  @Override
  public byte[] transmit(long card, byte[] command) throws PcscException {
    mayFail("transmit");
    return answer.clone();
  }

  @Override
  public void disconnect(long card, boolean unpower) {
    unpowered = unpower;
    disconnected.incrementAndGet();
  }

  private void mayFail(String call) throws PcscException {
    if (hanging) {
      hang();
    }
    Long code;
    synchronized (this) {
      code = failures.remove(call);
    }
    if (code != null) {
      throw new PcscException(call, code);
    }
  }

  /** As a foreign call does: no interruption ends it. */
  private static void hang() {
    CountDownLatch never = new CountDownLatch(1);
    while (never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        // goes on
      }
    }
  }
}
