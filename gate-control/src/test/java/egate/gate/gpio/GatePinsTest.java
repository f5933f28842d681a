package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
  void aMissingLineIsNamed() {
    outputs.remove(OutputLine.LAMP_OFFICER);
    assertEquals("no number for output lamp-officer", refusal());
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
  void eachLineHasItsNumber() {
    GatePins pins = new GatePins(inputs, outputs);
    assertEquals(6, pins.number(InputLine.EMERGENCY));
    assertEquals(26, pins.number(OutputLine.LAMP_EMERGENCY));
  }
}
