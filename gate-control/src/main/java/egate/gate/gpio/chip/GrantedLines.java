package egate.gate.gpio.chip;

import egate.gate.gpio.LinesException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that this process alone has, until it closes them or dies. */
record GrantedLines(Kernel kernel, int descriptor, List<RequestedLine> lines)
    implements AutoCloseable {

  /**
   * Asks the chip for lines.
   *
   * @throws LinesException with one line that names the line that is busy, or what is not supported
   */
  static GrantedLines of(Chip chip, LineRequest request) throws LinesException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment asked = request.encode(arena);
      chip.kernel().ioctl(chip.descriptor(), Abi.GET_LINE, asked);
      int descriptor = Abi.int32(asked, Abi.LINE_REQUEST, "fd");
      return new GrantedLines(chip.kernel(), descriptor, request.lines());
    } catch (ErrnoException e) {
      throw new LinesException(complaint(chip, request.lines(), e), e);
    }
  }

  /** The values of all lines, by number; high is what the wire's polarity makes of its level. */
  Map<Integer, Boolean> values() throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(Abi.LINE_VALUES);
      values.set(ValueLayout.JAVA_LONG, 8, -1L >>> (Long.SIZE - lines.size()));
      kernel.ioctl(descriptor, Abi.LINE_GET_VALUES, values);
      long bits = values.get(ValueLayout.JAVA_LONG, 0);
      Map<Integer, Boolean> byNumber = new HashMap<>();
      for (int i = 0; i < lines.size(); i++) {
        byNumber.put(lines.get(i).number(), (bits >>> i & 1) == 1);
      }
      return byNumber;
    }
  }

  /** Drives one line. */
  void set(int number, boolean high) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(Abi.LINE_VALUES);
      long mask = mask(number);
      values.set(ValueLayout.JAVA_LONG, 0, high ? mask : 0);
      values.set(ValueLayout.JAVA_LONG, 8, mask);
      kernel.ioctl(descriptor, Abi.LINE_SET_VALUES, values);
    }
  }

  @Override
  public void close() {
    kernel.close(descriptor);
  }

  private long mask(int number) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).number() == number) {
        return 1L << i;
      }
    }
    throw new IllegalArgumentException("line " + number + " was not requested");
  }

  private static String complaint(Chip chip, List<RequestedLine> lines, ErrnoException refusal) {
    if (refusal.errno() == ErrnoException.EBUSY) {
      for (RequestedLine line : lines) {
        try {
          LineInfo info = chip.line(line.number());
          if (info.used()) {
            return line.key()
                + ": line "
                + info
                + " of "
                + chip
                + " is busy: "
                + info.holder()
                + " has it";
          }
        } catch (ErrnoException e) {
          refusal.addSuppressed(e);
        }
      }
    }
    return chip
        + " does not grant "
        + lines.getFirst().key()
        + ".."
        + lines.getLast().key()
        + ": "
        + refusal.getMessage();
  }
}
