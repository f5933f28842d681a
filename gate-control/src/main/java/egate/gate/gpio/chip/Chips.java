package egate.gate.gpio.chip;

import egate.gate.gpio.LinesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the chip that a profile means, by its label or, where that is not enough, by its name. */
record Chips(Kernel kernel) {

  /**
   * Opens it.
   *
   * @throws IOException with one line: none, several, or one that may not be opened
   */
  Chip open(String wanted) throws IOException {
    List<Path> devices = kernel.chips();
    List<Chip> found = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Path device : devices) {
      Chip chip = open(device);
      if (chip.label().equals(wanted) || chip.name().equals(wanted)) {
        found.add(chip);
      } else {
        others.add(chip.name() + " (" + chip.label() + ", " + chip.lines() + " lines)");
        chip.close();
      }
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    found.forEach(Chip::close);
    throw new LinesException(complaint(wanted, found, others));
  }

  private Chip open(Path device) throws IOException {
    try {
      return Chip.open(kernel, device);
    } catch (ErrnoException e) {
      String remedy =
          e.errno() == ErrnoException.EACCES ? "; the daemon's user must be in group gpio" : "";
      throw new LinesException(device + ": " + e.getMessage() + remedy, e);
    }
  }

  private static String complaint(String wanted, List<Chip> found, List<String> others) {
    if (!found.isEmpty()) {
      return "several GPIO chips are labelled \""
          + wanted
          + "\": "
          + String.join(", ", found.stream().map(Chip::name).toList())
          + "; give one's name";
    }
    return "there is no GPIO chip \""
        + wanted
        + "\"; "
        + (others.isEmpty() ? "this machine has none" : "there is " + String.join(", ", others));
  }
}
