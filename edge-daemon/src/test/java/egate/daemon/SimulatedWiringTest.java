package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.ProfileException;
import egate.daemon.config.ProfileFile;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedWiringTest {

  @Test
  void everyLineHasTheNumberOfItsKey() throws ProfileException {
    GatePins pins =
        ConfigReader.read(ProfileFile.simulated(), List.of())
            .lines()
            .wiring()
            .pins(wire -> wire.number().orElse(-1));

    int input = 0;
    for (InputLine line : InputLine.values()) {
      assertEquals(input++, pins.number(line), line.key());
    }
    int output = 16;
    for (OutputLine line : OutputLine.values()) {
      assertEquals(output++, pins.number(line), line.key());
    }
  }
}
