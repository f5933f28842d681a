package egate.daemon;

import egate.gate.gpio.Lines;
import egate.gate.gpio.LinesException;
import egate.gate.gpio.OutputLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Outputs that are only remembered; each lock's movement is told. */
final class FakeLines implements Lines {
  final Set<OutputLine> high = EnumSet.noneOf(OutputLine.class);
  private final List<String> happened;
  private final Set<OutputLine> wired;
  int beats;
  boolean closed;
  boolean lost;

  FakeLines(List<String> happened) {
    this(happened, EnumSet.allOf(OutputLine.class));
  }

  /** Of a gate that has these outputs only; any other that is set is a mistake. */
  FakeLines(List<String> happened, Set<OutputLine> wired) {
    this.wired = Set.copyOf(wired);
    this.happened = happened;
  }

  @Override
  public boolean drives(OutputLine line) {
    return wired.contains(line);
  }

  @Override
  public void set(OutputLine line, boolean level) throws LinesException {
    if (!wired.contains(line)) {
      throw new AssertionError("there is no output " + line.key());
    }
    if (lost) {
      throw new LinesException("output " + line.key() + " is lost");
    }
    if (line == OutputLine.HEARTBEAT) {
      beats++;
    } else if (level && high.add(line)) {
      happened.add("+" + line.key());
    } else if (!level && high.remove(line)) {
      happened.add("-" + line.key());
    }
  }

  @Override
  public void close() {
    closed = true;
    high.clear();
  }
}
