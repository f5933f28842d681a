package egate.gate.gpio.chip;

import egate.gate.gpio.Bias;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Pi4jLines;
import egate.gate.gpio.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The provider against a real kernel's GPIO chip: run by systemd/check-gpio inside QEMU, where
 * gpio-sim stands for the board. Prints a table and ends with 1 if anything was not as it should
 * be.
 *
 * <p>Arguments: the folder in which gpio-sim shows its lines, and the chip's label.
 */
final class ChipCheck {
  private static final Duration DEBOUNCE = Duration.ofMillis(20);
  private static final int EDGES = 200;

  private record Heard(InputLine line, Level level, long nanos) {}

  private final Path wires;
  private final String chip;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private boolean good = true;

  private ChipCheck(Path wires, String chip) {
    this.wires = wires;
    this.chip = chip;
  }

  /** With a third argument it holds all lines, the entry unlocked, until it is killed. */
  public static void main(String[] arguments) throws Exception {
    ChipCheck check = new ChipCheck(Path.of(arguments[0]), arguments[1]);
    if (arguments.length > 2) {
      check.hold();
    }
    check.run();
    System.out.println(
        check.good ? "check-gpio: all as it should be" : "check-gpio: NOT as it should be");
    System.exit(check.good ? 0 : 1);
  }

  private void run() throws Exception {
    try (Pi4jLines lines = open()) {
      first();
      values(lines);
      edges(lines);
      debounce();
      busy();
    }
    note(
        "closed: gpio-sim's wires fall back to their pulls (active low is then active)", outputs());
    death();
    missing();
  }

  private void first() throws InterruptedException {
    int count = 0;
    for (InputLine line : InputLine.values()) {
      Heard now = next();
      count += now.line() == line ? 1 : 0;
    }
    row("all lines granted by name; inputs heard at the start", count, InputLine.values().length);
    row(
        "outputs low at the grant (entry-unlock is active low: wire high)",
        outputs(),
        expectedAtRest());
  }

  private void values(Pi4jLines lines) throws IOException {
    lines.set(OutputLine.EXIT_UNLOCK, true);
    row("exit-unlock set: its wire", wire(OutputLine.EXIT_UNLOCK.key()), "1");
    lines.set(OutputLine.EXIT_UNLOCK, false);
    lines.set(OutputLine.ENTRY_UNLOCK, true);
    row("entry-unlock set: its wire, active low", wire(OutputLine.ENTRY_UNLOCK.key()), "0");
    lines.set(OutputLine.ENTRY_UNLOCK, false);
  }

  /** The emergency line is not debounced: the time from its wire to the listener. */
  private void edges(Pi4jLines lines) throws Exception {
    long[] micros = new long[EDGES];
    int right = 0;
    for (int i = 0; i < EDGES; i++) {
      boolean high = i % 2 == 0;
      long start = System.nanoTime();
      pull(InputLine.EMERGENCY, high);
      Heard edge = next();
      micros[i] = (edge.nanos() - start) / 1000;
      right += edge.level() == (high ? Level.HIGH : Level.LOW) ? 1 : 0;
    }
    Arrays.sort(micros);
    row("edges of emergency heard, in order, of " + EDGES, right, EDGES);
    note(
        "edge to listener, us, emulated: p50, p99",
        micros[EDGES / 2] + ", " + micros[EDGES * 99 / 100]);
    lines.set(OutputLine.HEARTBEAT, true);
  }

  private void debounce() throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < 7; i++) {
      pull(InputLine.ENTRY_CLOSED, i % 2 == 0);
    }
    Heard settled = next();
    row("a contact that bounces six times is heard as", settled.level(), Level.HIGH);
    row("and not again", String.valueOf(heard.poll(200, TimeUnit.MILLISECONDS)), "null");
    long millis = (settled.nanos() - start) / 1_000_000;
    row("no earlier than the debounce of 20 ms", millis >= 20, true);
    note("heard after, ms, emulated", Long.toString(millis));
  }

  private void busy() {
    row(
        "a second opening is refused, and says who has the line",
        refusal(chip),
        "entry-unlock: line "
            + InputLine.values().length
            + " \"entry-unlock\" of chip "
            + chipName()
            + " ("
            + chip
            + ") is busy: egate has it");
  }

  private void death() throws Exception {
    Process other = start("hold");
    try (var out = other.inputReader()) {
      row("another process holds all lines", String.valueOf(out.readLine()), "holding");
      row("while it lives, exit-unlock's wire", wire(OutputLine.EXIT_UNLOCK.key()), "1");
      other.destroyForcibly().waitFor();
      note(
          "kill -9: gpio-sim's exit-unlock falls back to its pull: wire",
          wire(OutputLine.EXIT_UNLOCK.key()));
    }
    open().close();
    row("its lines are free at once", "granted again", "granted again");
  }

  private void missing() {
    row(
        "a missing chip is named",
        refusal("pinctrl-rp1").startsWith("there is no GPIO chip \"pinctrl-rp1\"; there is "),
        true);
    note("which lists", refusal("pinctrl-rp1"));
  }

  private void hold() throws Exception {
    Pi4jLines lines = open();
    lines.set(OutputLine.EXIT_UNLOCK, true);
    System.out.println("holding");
    Thread.currentThread().join();
  }

  private Process start(String more) throws IOException {
    ProcessHandle.Info self = ProcessHandle.current().info();
    List<String> command = new ArrayList<>();
    command.add(self.command().orElseThrow());
    command.addAll(List.of(self.arguments().orElseThrow()));
    command.add(more);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private Pi4jLines open() throws IOException {
    return open(chip);
  }

  private Pi4jLines open(String name) throws IOException {
    Map<InputLine, Wire> inputs = new EnumMap<>(InputLine.class);
    for (InputLine line : InputLine.values()) {
      inputs.put(line, new Wire(line.key(), false, Bias.AS_IS));
    }
    Map<OutputLine, Wire> outputs = new EnumMap<>(OutputLine.class);
    for (OutputLine line : OutputLine.values()) {
      outputs.put(line, new Wire(line.key(), line == OutputLine.ENTRY_UNLOCK, Bias.AS_IS));
    }
    return Pi4jLines.open(
        new GpiochipProvider(),
        name,
        new GateWiring(inputs, outputs),
        DEBOUNCE,
        (line, level) -> heard.add(new Heard(line, level, System.nanoTime())));
  }

  private String refusal(String name) {
    try (Pi4jLines _ = open(name)) {
      return "granted";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private String chipName() {
    return wires.getFileName().toString();
  }

  private Heard next() throws InterruptedException {
    return Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS), "nothing was heard");
  }

  private String outputs() {
    StringBuilder levels = new StringBuilder();
    for (OutputLine line : OutputLine.values()) {
      levels.append(wire(line.key()));
    }
    return levels.toString();
  }

  private static String expectedAtRest() {
    return "1" + "0".repeat(OutputLine.values().length - 1);
  }

  /** Which line of gpio-sim a key is: in the order in which check-gpio names them. */
  private Path sim(String key) {
    int number = 0;
    for (InputLine line : InputLine.values()) {
      if (line.key().equals(key)) {
        return wires.resolve("sim_gpio" + number);
      }
      number++;
    }
    for (OutputLine line : OutputLine.values()) {
      if (line.key().equals(key)) {
        return wires.resolve("sim_gpio" + number);
      }
      number++;
    }
    throw new IllegalArgumentException(key);
  }

  private String wire(String key) {
    try {
      return Files.readString(sim(key).resolve("value")).strip();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void pull(InputLine line, boolean up) throws IOException {
    Files.writeString(sim(line.key()).resolve("pull"), up ? "pull-up" : "pull-down");
  }

  private void row(String what, Object saw, Object expected) {
    boolean right = saw.equals(expected);
    good &= right;
    System.out.printf("%-72s %s%n", what, right ? saw + "  ok" : saw + "  NOT " + expected);
  }

  private static void note(String what, String saw) {
    System.out.printf("%-72s %s%n", what, saw);
  }
}
