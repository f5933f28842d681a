package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.Door;
import egate.gate.GateCommand;
import egate.gate.Lamp;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateActuatorsTest {
  private final RecordingLines lines = new RecordingLines();
  private final GateActuators actuators = new GateActuators(new Guard(lines), lines);

  @Test
  void doorsFollow() throws LinesException {
    actuators.carryOut(new GateCommand.Unlock(Door.ENTRY));
    actuators.carryOut(new GateCommand.Lock(Door.ENTRY));
    assertEquals(List.of("entry-unlock high", "entry-unlock low"), lines.log);
  }

  @Test
  void theGuardIsAskedFirst() {
    assertThrows(LinesException.class, () -> actuators.carryOut(new GateCommand.Unlock(Door.EXIT)));
    assertEquals(Set.of(), lines.high);
  }

  @Test
  void oneLampIsLitAtATimeAndNoneWhenClosed() throws LinesException {
    for (Lamp lamp : Lamp.values()) {
      actuators.carryOut(new GateCommand.Show(lamp));
      assertEquals(lamp == Lamp.CLOSED ? 0 : 1, lines.high.size());
      assertTrue(OutputLine.of(lamp).map(lines.high::contains).orElse(true));
    }
  }

  @Test
  void theOldLampGoesDarkBeforeTheNewOneLights() throws LinesException {
    actuators.carryOut(new GateCommand.Show(Lamp.OFFICER));
    lines.log.clear();
    actuators.carryOut(new GateCommand.Show(Lamp.WAIT));
    assertTrue(lines.log.indexOf("lamp-officer low") < lines.log.indexOf("lamp-wait high"));
  }
}
