package egate.gate.gpio.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.gpio.Bias;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import egate.gate.gpio.LinesException;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Pi4jLines;
import egate.gate.gpio.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GpiochipProviderTest {
  private static final int FIRST_OUTPUT = InputLine.values().length;
  private static final int LINES = FIRST_OUTPUT + OutputLine.values().length;

  private final FakeKernel kernel = new FakeKernel(LINES);
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Map<InputLine, Wire> inputs = new EnumMap<>(InputLine.class);
  private final Map<OutputLine, Wire> outputs = new EnumMap<>(OutputLine.class);

  GpiochipProviderTest() {
    for (InputLine line : InputLine.values()) {
      inputs.put(line, Wire.to(inputs.size()));
    }
    for (OutputLine line : OutputLine.values()) {
      outputs.put(line, Wire.to(FIRST_OUTPUT + outputs.size()));
    }
  }

  private Pi4jLines open() throws IOException {
    return Pi4jLines.open(
        new GpiochipProvider(kernel),
        "fake-chip",
        new GateWiring(inputs, outputs),
        Duration.ofMillis(20),
        (line, level) -> heard.add(line.key() + " " + level));
  }

  private String next() throws InterruptedException {
    return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was heard");
  }

  @Test
  void allOutputsAreGrantedAtOnceAndLowBeforeAnyInput() throws IOException {
    try (Pi4jLines _ = open()) {
      FakeKernel.Request request = Objects.requireNonNull(kernel.requests.get(200));
      assertEquals(OutputLine.values().length, request.offsets().size());
      assertEquals("egate", request.consumer());
      assertEquals(Abi.OUTPUT, request.flags());
      long all = (1L << OutputLine.values().length) - 1;
      assertEquals(
          List.of(new FakeKernel.Attribute(Abi.ATTR_OUTPUT_VALUES, 0, all)), request.attributes());
    }
  }

  @Test
  void theKernelDebouncesAllInputsButTheEmergency() throws IOException {
    try (Pi4jLines lines = open()) {
      FakeKernel.Request request = Objects.requireNonNull(kernel.requests.get(201));
      long steady =
          ((1L << FIRST_OUTPUT) - 1)
              & ~(1L << List.of(InputLine.values()).indexOf(InputLine.EMERGENCY));
      assertEquals(0x34, request.flags());
      assertEquals(
          List.of(new FakeKernel.Attribute(Abi.ATTR_DEBOUNCE, 20_000, steady)),
          request.attributes());
      assertTrue(lines.debounced());
    }
  }

  @Test
  void polarityAndBiasAreAskedForLineByLine() throws IOException {
    inputs.put(InputLine.ENTRY_OPEN, new Wire("1", true, Bias.PULL_UP));
    inputs.put(InputLine.EXIT_OPEN, new Wire("3", true, Bias.PULL_UP));
    outputs.put(
        OutputLine.ENTRY_UNLOCK, new Wire(Integer.toString(FIRST_OUTPUT), true, Bias.AS_IS));
    try (Pi4jLines _ = open()) {
      FakeKernel.Request asked = Objects.requireNonNull(kernel.requests.get(201));
      assertEquals(
          new FakeKernel.Attribute(Abi.ATTR_FLAGS, 0x34 | 0x102, 0b1010),
          asked.attributes().getFirst());
      assertEquals(
          new FakeKernel.Attribute(Abi.ATTR_FLAGS, 0x08 | 0x02, 1),
          Objects.requireNonNull(kernel.requests.get(200)).attributes().getFirst());
    }
  }

  @Test
  void linesAreFoundByName() throws IOException {
    inputs.put(InputLine.ENTRY_CLOSED, new Wire("PIN2", false, Bias.AS_IS));
    inputs.put(InputLine.EXIT_CLOSED, new Wire("PIN0", false, Bias.AS_IS));
    try (Pi4jLines _ = open()) {
      List<Integer> offsets = Objects.requireNonNull(kernel.requests.get(201)).offsets();
      assertEquals(List.of(2, 1, 0), offsets.subList(0, 3));
    }
  }

  @Test
  void everyInputIsHeardAtTheStartAndThenAtItsEdges() throws Exception {
    kernel.inputBits = 1;
    try (Pi4jLines _ = open()) {
      assertEquals("entry-closed HIGH", next());
      assertEquals("entry-open LOW", next());
      heard.clear();
      kernel.edge(1, true, 1);
      assertEquals("entry-open HIGH", next());
      kernel.edge(1, false, 2);
      assertEquals("entry-open LOW", next());
    }
  }

  @Test
  void afterALostEdgeTheLinesAreAskedAgain() throws Exception {
    try (Pi4jLines _ = open()) {
      kernel.edge(1, true, 1);
      do {} while (!next().equals("entry-open HIGH"));
      kernel.inputBits = 1;
      kernel.edge(1, false, 7);
      assertEquals("entry-open LOW", next());
      assertEquals("entry-closed HIGH", next());
    }
  }

  @Test
  void anUnpluggedChipMakesEveryInputUnknown() throws Exception {
    try (Pi4jLines _ = open()) {
      heard.clear();
      kernel.unplug();
      for (int i = 0; i < InputLine.values().length; i++) {
        assertTrue(next().endsWith(Level.UNKNOWN.toString()));
      }
    }
  }

  @Test
  void anOutputIsSetAloneAndALostOneThrows() throws IOException {
    try (Pi4jLines lines = open()) {
      kernel.log.clear();
      lines.set(OutputLine.EXIT_UNLOCK, true);
      lines.set(OutputLine.EXIT_UNLOCK, false);
      assertEquals(List.of("set 2 of 2", "set 0 of 2"), kernel.log);
      kernel.setErrno = ErrnoException.ENODEV;
      assertThrows(LinesException.class, () -> lines.set(OutputLine.EXIT_UNLOCK, true));
    }
  }

  @Test
  void closingGivesEveryDescriptorBackExactlyOnce() throws IOException {
    open().close();
    List<String> closed = kernel.log.stream().filter(line -> line.startsWith("close")).toList();
    assertEquals(List.of("close 100", "close 99", "close 201", "close 200"), closed);
  }

  @Test
  void aBusyLineIsNamedWithWhoHasIt() {
    kernel.consumers.put(FIRST_OUTPUT + 1, "gpio-hog");
    String busy = String.valueOf(assertThrows(IOException.class, this::open).getMessage());
    assertEquals(
        "exit-unlock: line "
            + (FIRST_OUTPUT + 1)
            + " \"PIN"
            + (FIRST_OUTPUT + 1)
            + "\" of chip gpiochip0 (fake-chip) is busy: gpio-hog has it",
        busy);
  }

  @Test
  void aBusyInputGivesTheOutputsBack() {
    kernel.consumers.put(0, "other");
    assertThrows(IOException.class, this::open);
    assertTrue(kernel.log.contains("close 200"), kernel.log::toString);
  }

  @Test
  void whatTheChipCannotDoIsSaid() {
    kernel.grantErrno = 524;
    String refused = String.valueOf(assertThrows(IOException.class, this::open).getMessage());
    assertTrue(refused.contains("not supported by the chip"), refused);
  }

  @Test
  void aMissingLineIsNamed() {
    inputs.put(InputLine.ENTRY_CLOSED, new Wire("GPIO99", false, Bias.AS_IS));
    assertEquals(
        "chip gpiochip0 (fake-chip) has no line \"GPIO99\"",
        assertThrows(IOException.class, this::open).getMessage());
    inputs.put(InputLine.ENTRY_CLOSED, Wire.to(1000));
    assertTrue(
        String.valueOf(assertThrows(IOException.class, this::open).getMessage())
            .endsWith("but no line 1000"));
  }

  @Test
  void twoLinesOfOneNameNeedANumber() {
    kernel.lineNames.set(5, "PIN1");
    inputs.put(InputLine.ENTRY_OPEN, new Wire("PIN1", false, Bias.AS_IS));
    assertEquals(
        "chip gpiochip0 (fake-chip) has two lines \"PIN1\", 1 and 5; give the number",
        assertThrows(IOException.class, this::open).getMessage());
  }

  @Test
  void aNameAndANumberOfTheSameLineAreFound() {
    inputs.put(InputLine.ENTRY_OPEN, new Wire("PIN0", false, Bias.AS_IS));
    assertEquals(
        "chip gpiochip0 (fake-chip): line 0 is used twice",
        assertThrows(IOException.class, this::open).getMessage());
  }

  @Test
  void aMissingChipIsNamedBesideThoseThatAreThere() {
    assertEquals(
        "there is no GPIO chip \"pinctrl-rp1\"; there is gpiochip0 (fake-chip, "
            + LINES
            + " lines)",
        complaint("pinctrl-rp1"));
    kernel.devices = List.of();
    assertEquals(
        "there is no GPIO chip \"pinctrl-rp1\"; this machine has none", complaint("pinctrl-rp1"));
  }

  @Test
  void twoChipsOfOneLabelNeedAName() {
    kernel.devices = List.of(Path.of("/dev/gpiochip0"), Path.of("/dev/gpiochip1"));
    assertTrue(complaint("fake-chip").endsWith("; give one's name"));
  }

  private String complaint(String chip) {
    return String.valueOf(
        assertThrows(IOException.class, () -> new Chips(kernel).open(chip)).getMessage());
  }
}
