package egate.gate.gpio;

import egate.gate.Door;
import egate.gate.GateCommand;
import egate.gate.Lamp;
import java.util.EnumSet;
import java.util.Set;

/** Carries out what moves or lights something: doors through the guard, lamps directly. */
public final class GateActuators {
  private static final Set<OutputLine> LAMPS =
      EnumSet.range(OutputLine.LAMP_WAIT, OutputLine.LAMP_EMERGENCY);

  private final Guard guard;
  private final Lines lines;

  public GateActuators(Guard guard, Lines lines) {
    this.guard = guard;
    this.lines = lines;
  }

  /**
   * Carries out one command.
   *
   * @throws LinesException when the guard refuses or a line is lost; the loop then tells the gate
   *     that lines failed
   */
  public void carryOut(GateCommand.Actuation command) throws LinesException {
    switch (command) {
      case GateCommand.Unlock(Door door) -> guard.unlock(door);
      case GateCommand.Lock(Door door) -> guard.lock(door);
      case GateCommand.Show(Lamp lamp) -> show(lamp);
    }
  }

  /** The others go dark first, so that never two are lit. */
  private void show(Lamp lamp) throws LinesException {
    Set<OutputLine> dark = EnumSet.copyOf(LAMPS);
    OutputLine.of(lamp).ifPresent(dark::remove);
    for (OutputLine line : dark) {
      light(line, false);
    }
    if (OutputLine.of(lamp).isPresent()) {
      light(OutputLine.of(lamp).orElseThrow(), true);
    }
  }

  /** A kiosk has no lamp for what cannot happen to it. */
  private void light(OutputLine line, boolean lit) throws LinesException {
    if (lines.drives(line)) {
      lines.set(line, lit);
    }
  }
}
