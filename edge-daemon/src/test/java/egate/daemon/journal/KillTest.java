package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments of a process that holds the real journal, database and
 * telemetry on the real disk; the parent is central. The whole of it: {@code mvn -B -pl edge-daemon
 * -am test -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false -Degate.kills=500}.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("egate.kills", 4);
  private static final int LIFE_MILLIS_MAX = 600;

  @TempDir Path state;

  private final Random random = new Random(1);
  private final Map<Long, Integer> promised = new HashMap<>();
  private final List<Integer> central = new ArrayList<>();
  private long found;
  private int quarantines;

  @Test
  void nothingIsLostOrDoubledAndNoStoreNeedsAPerson() throws Exception {
    Files.writeString(state.resolve("database.key"), "ab".repeat(32));
    Keys.writePair(state, "EC");
    for (int kill = 1; kill <= KILLS; kill++) {
      live(true);
      if (kill % 50 == 0) {
        System.out.println(kill + " kills survived, " + central.size() + " results at central");
      }
    }
    live(false);
    requireNothingLost();
    System.out.println(
        "%d kills: %d results, 0 lost, 0 double, 0 stores that need a person, %d databases rebuilt"
            .formatted(KILLS, central.size(), quarantines));
  }

  private void requireNothingLost() throws Exception {
    assertTrue(promised.size() > 0);
    promised.forEach(
        (sequence, hash) -> {
          assertTrue(sequence <= central.size(), "result " + sequence + " is lost");
          assertEquals(hash, central.get(Math.toIntExact(sequence) - 1));
        });
    assertEquals(found, central.size(), "central has what the journal has");
    AuditReport report =
        JournalAudit.of(
            state.resolve("journal"),
            DevicePublicKey.read(state.resolve("device.pub")),
            Optional.empty());
    assertEquals(List.of(), report.findings());
  }

  /** One life of the victim, ended at a random moment or by itself. */
  private void live(boolean killed) throws Exception {
    Process victim = start(killed);
    try (BufferedReader out = victim.inputReader(StandardCharsets.US_ASCII);
        Writer in = new OutputStreamWriter(victim.getOutputStream(), StandardCharsets.US_ASCII)) {
      String first = out.readLine();
      assertTrue(first != null && first.startsWith("Q "), "the stores do not open: " + first);
      quarantines += Integer.parseInt(first.substring(2));
      long end =
          System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(LIFE_MILLIS_MAX));
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (killed && System.nanoTime() > end) {
          victim.destroyForcibly(); // SIGKILL; what it had said before still counts
        }
        hear(line, in);
      }
    } catch (IOException e) {
      assertTrue(killed, e.toString()); // it died while central answered
    } finally {
      victim.destroyForcibly();
      assertTrue(victim.waitFor(30, TimeUnit.SECONDS));
    }
  }

  private void hear(String line, Writer in) throws IOException {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "L" -> found = Long.parseLong(words[1]);
      case "A" -> promised.put(Long.parseLong(words[1]), Integer.valueOf(words[2]));
      case "R" -> commit(Long.parseLong(words[1]), Integer.valueOf(words[2]));
      case "?" -> in.append(central.size() + "\n").flush();
      case "END" -> {}
      default -> throw new AssertionError(line);
    }
  }

  private void commit(long sequence, Integer hash) {
    if (sequence == central.size() + 1) {
      central.add(hash);
    } else {
      assertTrue(sequence <= central.size(), "result " + sequence + " before those before it");
      assertEquals(hash, central.get(Math.toIntExact(sequence) - 1), "one sequence, two results");
    }
  }

  private Process start(boolean killed) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                KillVictim.class.getName(),
                state.toString()));
    if (!killed) {
      command.add("drain");
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Where the victim's classes are, however this test was started; it needs no module. */
  private static String classPath() {
    return Stream.of(
            KillVictim.class,
            Journal.class,
            egate.gate.Gate.class,
            egate.report.Report.class,
            org.h2.Driver.class,
            com.fasterxml.jackson.core.JsonFactory.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(":"));
  }
}
