package egate.gate.gpio.chip;

import egate.gate.gpio.LinesException;
import egate.gate.gpio.Wire;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/**
 * An open GPIO chip.
 *
 * @param name what the kernel numbers it, such as {@code gpiochip0}; may change with the next boot
 * @param label what its driver calls it, such as {@code pinctrl-rp1}
 * @param lines how many lines it has
 */
record Chip(Kernel kernel, int descriptor, String name, String label, int lines)
    implements AutoCloseable {

  static Chip open(Kernel kernel, Path device) throws ErrnoException {
    int descriptor = kernel.open(device);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(Abi.CHIP_INFO);
      kernel.ioctl(descriptor, Abi.GET_CHIPINFO, info);
      return new Chip(
          kernel,
          descriptor,
          Abi.text(info, Abi.CHIP_INFO, "name"),
          Abi.text(info, Abi.CHIP_INFO, "label"),
          Abi.int32(info, Abi.CHIP_INFO, "lines"));
    } catch (ErrnoException e) {
      kernel.close(descriptor);
      throw e;
    }
  }

  /** What the kernel knows of a line. */
  LineInfo line(int number) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(Abi.LINE_INFO);
      info.set(ValueLayout.JAVA_INT, Abi.offset(Abi.LINE_INFO, "offset"), number);
      kernel.ioctl(descriptor, Abi.GET_LINEINFO, info);
      return LineInfo.of(info);
    }
  }

  /**
   * The number of a wire's line.
   *
   * @throws LinesException when the chip has no such line, or several of that name
   */
  int number(Wire wire) throws ErrnoException, LinesException {
    if (wire.number().isEmpty()) {
      return named(wire.line());
    }
    int number = wire.number().getAsInt();
    if (number >= lines) {
      throw new LinesException(this + " has lines 0.." + (lines - 1) + " but no line " + number);
    }
    return number;
  }

  private int named(String line) throws ErrnoException, LinesException {
    int found = -1;
    for (int number = 0; number < lines; number++) {
      if (line(number).name().equals(line)) {
        if (found >= 0) {
          throw new LinesException(
              this
                  + " has two lines \""
                  + line
                  + "\", "
                  + found
                  + " and "
                  + number
                  + "; give the number");
        }
        found = number;
      }
    }
    if (found < 0) {
      throw new LinesException(this + " has no line \"" + line + "\"");
    }
    return found;
  }

  /** What keeps a wire's line from being had, or nothing. */
  List<String> findings(String key, Wire wire) throws ErrnoException {
    try {
      LineInfo info = line(number(wire));
      return info.used()
          ? List.of(key + ": line " + info + " is busy: " + info.holder() + " has it")
          : List.of();
    } catch (LinesException e) {
      return List.of(key + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    kernel.close(descriptor);
  }

  @Override
  public String toString() {
    return "chip " + name + " (" + label + ")";
  }
}
