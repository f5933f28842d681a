package egate.daemon.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the midst of updates, on the real disk. The whole of it: {@code mvn -B -pl
 * edge-daemon -am test -Dtest=UpdateKillTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Degate.kills=500}.
 */
class UpdateKillTest {
  private static final int KILLS = Integer.getInteger("egate.kills", 6);

  /** Updates that a life may see; the kill comes somewhere in them. */
  private static final int UPDATES_MAX = 12;

  @TempDir Path state;

  private final KeyPair agency = TestUpdates.keys();
  private final KeyPair operator = TestUpdates.keys();
  private final Random random = new Random(1);
  private int applied;

  @Test
  void whatWasKilledIsThereWhollyOrNotAtAll() throws Exception {
    int cutShort = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      int before = applied;
      live(before + 1 + random.nextInt(UPDATES_MAX), Integer.MAX_VALUE);
      cutShort += applied > before ? 1 : 0;
    }
    live(Integer.MAX_VALUE, applied + 3);
    assertTrue(cutShort > 0, "no life saw an update");
    System.out.println(
        KILLS
            + " kills in mid-update: "
            + applied
            + " updates, 0 of them lost, half done or mixed");
  }

  /** One life, killed a moment after that version was applied, or ended by itself. */
  private void live(int killAfter, int last) throws Exception {
    Process victim = start(last);
    try (BufferedReader out = victim.inputReader(StandardCharsets.US_ASCII)) {
      String first = String.valueOf(out.readLine());
      assertTrue(first.startsWith("FOUND "), first);
      int found = Integer.parseInt(first.substring("FOUND ".length()));
      // What was said is there; what was cut short may be there as well.
      assertTrue(found == applied || found == applied + 1, first + " after " + applied);
      applied = found;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("APPLIED ")) {
          applied = Integer.parseInt(line.substring("APPLIED ".length()));
        }
        if (applied >= killAfter) {
          pause();
          // SIGKILL, somewhere in the next update; by its handle, which leaves the pipe to be read.
          victim.toHandle().destroyForcibly();
        }
      }
    } catch (IOException e) {
      assertTrue(killAfter < Integer.MAX_VALUE, e.toString());
    } finally {
      victim.destroyForcibly();
      assertTrue(victim.waitFor(30, TimeUnit.SECONDS));
    }
    assertEquals(killAfter < Integer.MAX_VALUE ? 137 : 0, victim.exitValue());
  }

  /** So that kills come at every place of an update, which takes some milliseconds. */
  private void pause() throws InterruptedException {
    TimeUnit.MICROSECONDS.sleep(random.nextInt(40_000));
  }

  private Process start(int last) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            classPath(),
            UpdateVictim.class.getName(),
            state.toString(),
            TestUpdates.hexadecimal(agency),
            HexFormat.of().formatHex(agency.getPrivate().getEncoded()),
            TestUpdates.hexadecimal(operator),
            HexFormat.of().formatHex(operator.getPrivate().getEncoded()),
            Integer.toString(last));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String classPath() {
    return Stream.of(UpdateVictim.class, Updater.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(":"));
  }
}
