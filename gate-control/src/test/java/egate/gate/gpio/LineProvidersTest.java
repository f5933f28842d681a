package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineProvidersTest {
  private final LineProvider memory = new MemoryProvider();

  @Test
  void aProviderIsFoundByItsName() throws LinesException {
    assertSame(memory, LineProviders.named("memory", false, List.of(memory)));
  }

  @Test
  void aSimulatedProviderIsRefusedInProduction() {
    LinesException refused =
        assertThrows(
            LinesException.class, () -> LineProviders.named("memory", true, List.of(memory)));
    assertEquals(
        "the line provider \"memory\" is simulated; production refuses it", refused.getMessage());
  }

  @Test
  void aMissingProviderIsNamed() {
    LinesException missing =
        assertThrows(LinesException.class, () -> LineProviders.named("sysfs", false));
    assertEquals(
        "no line provider \"sysfs\" is installed; see lines.provider in the profile",
        missing.getMessage());
  }
}
