package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.gate.Topology;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatePinsTest {
  private final Map<InputLine, Integer> inputs = Pins.inputs();
  private final Map<OutputLine, Integer> outputs = Pins.outputs();

  private String refusal() {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> new GatePins(inputs, outputs))
            .getMessage());
  }

  @Test
  void aLineUsedTwiceIsNamed() {
    inputs.put(InputLine.EMERGENCY, 16);
    assertEquals("line 16 is used twice", refusal());
  }

  @Test
  void anImpossibleLineIsNamed() {
    outputs.put(OutputLine.HEARTBEAT, 1024);
    assertEquals("line 1024 is not in 0..1023", refusal());
  }

  @Test
  void aTopologyNamesTheLineThatItNeedsAndTheOneThatHasNoPlace() {
    GateWiring wiring = GateWiring.to(new GatePins(inputs, outputs));
    wiring.requireFor(Topology.INTEGRATED_TWO_STEP);
    wiring.requireFor(Topology.ONE_STEP);
    assertEquals(
        "a single-door gate has no input entry-closed", refusal(wiring, Topology.SINGLE_DOOR));
    outputs.remove(OutputLine.LAMP_OFFICER);
    assertEquals(
        "a one-step gate needs output lamp-officer",
        refusal(GateWiring.to(new GatePins(inputs, outputs)), Topology.ONE_STEP));
  }

  @Test
  void whatMayBeLeftOutMay() {
    for (Topology topology : Topology.values()) {
      Map<InputLine, Integer> inputs = Pins.inputs();
      Map<OutputLine, Integer> outputs = Pins.outputs();
      inputs.keySet().removeIf(line -> line.in(topology) != Presence.NEEDED);
      outputs.keySet().removeIf(line -> line.in(topology) != Presence.NEEDED);
      GateWiring.to(new GatePins(inputs, outputs)).requireFor(topology);
    }
  }

  private static String refusal(GateWiring wiring, Topology topology) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> wiring.requireFor(topology))
            .getMessage());
  }

  @Test
  void eachLineHasItsNumber() {
    GatePins pins = new GatePins(inputs, outputs);
    assertEquals(6, pins.number(InputLine.EMERGENCY));
    assertEquals(26, pins.number(OutputLine.LAMP_EMERGENCY));
  }
}
