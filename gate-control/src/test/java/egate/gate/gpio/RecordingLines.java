package egate.gate.gpio;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lines in memory that remember what was set, in order. */
final class RecordingLines implements Lines {
  final List<String> log = new ArrayList<>();
  final Set<OutputLine> high = EnumSet.noneOf(OutputLine.class);
  final Set<OutputLine> broken = EnumSet.noneOf(OutputLine.class);

  @Override
  public void set(OutputLine line, boolean value) throws LinesException {
    if (broken.contains(line)) {
      throw new LinesException("output " + line.key() + " cannot be driven");
    }
    log.add(line.key() + (value ? " high" : " low"));
    if (value) {
      high.add(line);
    } else {
      high.remove(line);
    }
  }

  @Override
  public void close() {}
}
