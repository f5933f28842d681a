package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged gate, as the README's first command runs it: every persona comes once. */
class WalkingGateWalk {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("egate.root"), "edge-daemon/bin/egate");
  private static final int PERSONAS = 28;

  /** From one bridge's end to the next one's looking at the readers, in milliseconds. */
  private static final int HANDOVER_MAX = 500;

  /** The same where others build beside it. */
  private static final int HANDOVER_MAX_BUSY = 5_000;

  @BeforeAll
  static void train() throws Exception {
    List<String> said = new ArrayList<>();
    assertEquals(0, run(said, "train"), () -> String.join("\n", said));
  }

  @Test
  void everyTravellerGetsWhatThatPersonaShouldGet() throws Exception {
    int handoverMax = busy() ? HANDOVER_MAX_BUSY : HANDOVER_MAX;
    List<String> said = new ArrayList<>();
    int code =
        run(said, "simulate", "--travellers", String.valueOf(PERSONAS), "--seed", "7", "--json");

    String story = String.join("\n", said);
    assertEquals(0, code, story);
    List<String> lines = said.stream().filter(line -> line.startsWith("{")).toList();
    assertEquals(PERSONAS + 1, lines.size(), story);
    lines.subList(0, PERSONAS).forEach(line -> assertTrue(line.contains("\"as_expected\":true")));
    String summary = lines.getLast();
    String all = "{\"summary\":{\"passages\":" + PERSONAS + ",\"as_expected\":" + PERSONAS;
    assertTrue(summary.startsWith(all), summary);
    assertTrue(summary.contains("\"door_breaches\":0,\"personal_data_leaks\":0"), summary);
    assertTrue(number(summary, "locks_at_rest_ms") <= 500, summary);
    assertTrue(number(summary, "handover_ms") <= handoverMax, summary);
  }

  /** As many as it takes to see a reader lost and found, a chip moved and a chip gone. */
  @Test
  void travellersPassThroughAVirtualPcscReader() throws Exception {
    String personas = "genuine,chip-returns,chip-reader-lost,chip-gone,genuine-second-try";
    List<String> said = new ArrayList<>();
    int code = run(said, "simulate", "--reader", "pcsc", "--persona", personas, "--json");

    String story = String.join("\n", said);
    boolean absent = code == 2 && story.contains("apt-get install pcscd");
    assumeTrue(!absent || "true".equals(System.getenv("CI")), () -> "skipped: " + story);
    assertEquals(0, code, story);
    String summary = said.stream().filter(line -> line.startsWith("{")).toList().getLast();
    assertTrue(summary.startsWith("{\"summary\":{\"passages\":5,\"as_expected\":5"), summary);
  }

  /** Whether more wants to run than there are processors, before the walk begins. */
  private static boolean busy() throws IOException {
    String load = Files.readString(Path.of("/proc/loadavg"));
    return Double.parseDouble(load.substring(0, load.indexOf(' ')))
        > Runtime.getRuntime().availableProcessors();
  }

  private static int number(String json, String field) {
    return Integer.parseInt(json.replaceAll(".*\"" + field + "\":(\\d+).*", "$1"));
  }

  private static int run(List<String> said, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Maven has packaged everything by now; the launcher must not call it again.
    builder.environment().put("EGATE_BUILT", "yes");
    Process process = builder.start();
    process.inputReader().lines().forEach(said::add);
    return process.waitFor();
  }
}
