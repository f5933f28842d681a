package egate.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateFingerTest {
  private static final int FINGERS = 9;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aRateIsRefusedThatThePairsDoNotSupport() throws IOException {
    Path pairs = pairs();
    // 36 pairs of fingers support 8.4 %, and no more.
    assertEquals(0, calibrate(pairs, "--fmr", "0.09"));
    assertTrue(out.toString().matches("1,1,any,90000,\\d+\\.\\d\\d,72,0\\.00\n"), out.toString());
    assertEquals(1, calibrate(pairs, "--fmr", "0.01"));
    assertTrue(
        err.toString().contains("no threshold for FMR 0.01: that needs 300 pairs"), err.toString());
  }

  @Test
  void aPairWithoutItsTruthIsAFault() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs"), "a.png,b.png\n");
    assertEquals(2, calibrate(pairs));
    assertTrue(err.toString().contains("neither genuine nor impostor"), err.toString());
  }

  @Test
  void twoFingersCountOnceHoweverOftenTheyMeet() {
    Fingers fingers = new Fingers();
    fingers.same(new Pair("a1", "a2"));
    fingers.same(new Pair("a2", "a3"));
    fingers.different(new Pair("a1", "b1"));
    fingers.different(new Pair("b1", "a3"));
    assertEquals(1, fingers.independentPairs());
    fingers.different(new Pair("c", "a1"));
    assertEquals(2, fingers.independentPairs());
  }

  /** Each finger with itself, and each with each other both ways. */
  private Path pairs() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < FINGERS; i++) {
      ImageIO.write(Ridges.image(i, 200, 200), "png", folder.resolve(i + ".png").toFile());
      lines.add(i + ".png," + i + ".png,genuine");
      for (int j = 0; j < FINGERS; j++) {
        if (i != j) {
          lines.add(i + ".png," + j + ".png,impostor");
        }
      }
    }
    return Files.write(folder.resolve("pairs.csv"), lines);
  }

  private int calibrate(Path pairs, String... more) {
    List<String> args =
        new ArrayList<>(List.of("calibrate", "finger", "--pairs", pairs.toString()));
    args.addAll(List.of(more));
    return Main.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }
}
