package egate.simulator.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each target on its seeds, on damaged seeds, and on whatever fuzzing ever found. */
class FuzzTargetsTest {
  private static final int CUTS_MAX = 50;
  private static final int CHANGES = 50;

  static Stream<String> targets() {
    return FuzzTargets.all().stream().map(FuzzTarget::name);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void acceptsItsSeeds(String name) throws Exception {
    FuzzTarget target = target(name);
    assertFalse(target.seeds().isEmpty());
    for (byte[] seed : target.seeds()) {
      target.run(seed);
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void survivesCutAndChangedSeeds(String name) {
    FuzzTarget target = target(name);
    Trial.of(target, target.seeds().getFirst()); // what it makes once is no input's fault
    for (byte[] seed : target.seeds()) {
      for (int length = 0; length < seed.length; length += 1 + seed.length / CUTS_MAX) {
        assertClean(target, Arrays.copyOf(seed, length));
      }
      Random random = new Random(name.hashCode());
      for (int i = 0; i < CHANGES; i++) {
        byte[] changed = seed.clone();
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        assertClean(target, changed);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void survivesWhatWasEverFound(String name) throws Exception {
    FuzzTarget target = target(name);
    for (byte[] seed : target.seeds()) {
      Trial.leastOf(target, seed, 50); // warm
    }
    for (Path path : regressions(name)) {
      Trial trial = Trial.leastOf(target, Files.readAllBytes(path), 7);
      assertNull(trial.finding(), path.toString());
      assertFalse(trial.tooLarge(), () -> path + " allocates " + trial.bytes() + " bytes");
      assertFalse(trial.tooSlow(), () -> path + " takes " + trial.cpuNanos() + " ns");
    }
  }

  private static FuzzTarget target(String name) {
    return FuzzTargets.named(name).orElseThrow();
  }

  private static void assertClean(FuzzTarget target, byte[] input) {
    Trial trial = Trial.of(target, input);
    assertNull(trial.finding(), () -> target.name() + ": " + HexFormat.of().formatHex(input));
    assertTrue(
        trial.bytes() < Trial.BYTES_MAX, () -> target.name() + " allocates " + trial.bytes());
  }

  private static List<Path> regressions(String name) throws IOException {
    Path folder =
        Path.of(System.getProperty("egate.root"))
            .resolve("kiosk-firmware-bridge/simulator/src/test/resources/egate/simulator/fuzz")
            .resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of(); // nothing was ever found
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}
