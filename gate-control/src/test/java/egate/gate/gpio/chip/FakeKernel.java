package egate.gate.gpio.chip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A kernel with one chip, which reads the structures by the byte offsets of linux/gpio.h and not by
 * the layouts under test.
 */
final class FakeKernel implements Kernel {
  private static final int CHIP = 100;
  private static final int WAKER = 99;

  final List<String> log = new ArrayList<>();
  final List<String> lineNames = new ArrayList<>();
  final Map<Integer, String> consumers = new HashMap<>();
  final Map<Integer, Request> requests = new HashMap<>();
  long inputBits;
  int grantErrno;
  int setErrno;
  List<Path> devices = List.of(Path.of("/dev/gpiochip0"));

  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private MemorySegment waiting = MemorySegment.NULL;

  /** What a wait ends with, and what there is to read then. */
  private record News(Wait ending, MemorySegment event) {}

  /** What was asked for, as the kernel understands it. */
  record Request(List<Integer> offsets, String consumer, long flags, List<Attribute> attributes) {}

  record Attribute(int id, long value, long mask) {}

  FakeKernel(int lines) {
    for (int i = 0; i < lines; i++) {
      lineNames.add("PIN" + i);
    }
  }

  void edge(int line, boolean high, int count) {
    MemorySegment event = MemorySegment.ofArray(new byte[48]);
    event.set(ValueLayout.JAVA_INT_UNALIGNED, 8, high ? 1 : 2);
    event.set(ValueLayout.JAVA_INT_UNALIGNED, 12, line);
    event.set(ValueLayout.JAVA_INT_UNALIGNED, 20, count);
    news.add(new News(Wait.READABLE, event));
  }

  void unplug() {
    news.add(new News(Wait.LOST, MemorySegment.NULL));
  }

  @Override
  public List<Path> chips() {
    return devices;
  }

  @Override
  public int open(Path device) {
    log.add("open " + device);
    return CHIP;
  }

  @Override
  public void close(int descriptor) {
    log.add("close " + descriptor);
  }

  @Override
  public void ioctl(int descriptor, int request, MemorySegment argument) throws ErrnoException {
    switch (request) {
      case 0x8044B401 -> chipInfo(argument);
      case 0xC100B405 -> lineInfo(argument);
      case 0xC250B407 -> grant(argument);
      case 0xC010B40E -> argument.set(ValueLayout.JAVA_LONG, 0, inputBits);
      case 0xC010B40F -> set(argument);
      default -> throw new ErrnoException("ioctl", 25);
    }
  }

  private void chipInfo(MemorySegment info) {
    text(info, 0, "gpiochip0");
    text(info, 32, "fake-chip");
    info.set(ValueLayout.JAVA_INT, 64, lineNames.size());
  }

  private void lineInfo(MemorySegment info) {
    int offset = info.get(ValueLayout.JAVA_INT, 64);
    text(info, 0, lineNames.get(offset));
    text(info, 32, consumers.getOrDefault(offset, ""));
    info.set(ValueLayout.JAVA_LONG, 72, consumers.containsKey(offset) ? 1 : 0);
  }

  private void grant(MemorySegment request) throws ErrnoException {
    if (grantErrno != 0) {
      throw new ErrnoException("ioctl", grantErrno);
    }
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < request.get(ValueLayout.JAVA_INT, 560); i++) {
      offsets.add(request.getAtIndex(ValueLayout.JAVA_INT, i));
    }
    for (int offset : offsets) {
      if (consumers.containsKey(offset)) {
        throw new ErrnoException("ioctl", ErrnoException.EBUSY);
      }
    }
    List<Attribute> attributes = new ArrayList<>();
    for (long i = 0; i < request.get(ValueLayout.JAVA_INT, 296); i++) {
      long at = 320 + 24 * i;
      attributes.add(
          new Attribute(
              request.get(ValueLayout.JAVA_INT, at),
              request.get(ValueLayout.JAVA_LONG, at + 8),
              request.get(ValueLayout.JAVA_LONG, at + 16)));
    }
    int descriptor = 200 + requests.size();
    requests.put(
        descriptor,
        new Request(
            offsets,
            request.getString(256, StandardCharsets.US_ASCII),
            request.get(ValueLayout.JAVA_LONG, 288),
            attributes));
    request.set(ValueLayout.JAVA_INT, 588, descriptor);
    log.add("granted " + descriptor);
  }

  private void set(MemorySegment values) throws ErrnoException {
    if (setErrno != 0) {
      throw new ErrnoException("ioctl", setErrno);
    }
    log.add(
        "set "
            + values.get(ValueLayout.JAVA_LONG, 0)
            + " of "
            + values.get(ValueLayout.JAVA_LONG, 8));
  }

  @Override
  public int read(int descriptor, MemorySegment buffer) {
    buffer.copyFrom(waiting);
    return (int) waiting.byteSize();
  }

  @Override
  public int waker() {
    return WAKER;
  }

  @Override
  public void wake(int waker) {
    news.add(new News(Wait.WOKEN, MemorySegment.NULL));
  }

  @Override
  public Wait await(int descriptor, int waker) throws ErrnoException {
    try {
      News next = news.take();
      waiting = next.event();
      return next.ending();
    } catch (InterruptedException e) {
      throw new ErrnoException("poll", ErrnoException.EINTR);
    }
  }

  private static void text(MemorySegment segment, long at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, segment, at, bytes.length);
  }
}
