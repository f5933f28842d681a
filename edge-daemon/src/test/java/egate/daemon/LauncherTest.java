package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on machines with and without a JDK 25. */
class LauncherTest {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("egate.root"), "edge-daemon/bin/egate");
  private static final List<String> TOOLS =
      List.of("readlink", "dirname", "cat", "grep", "mkdir", "uname");

  @TempDir private Path machine;

  /** A machine that has what the launcher needs, and no Java at all. */
  @BeforeEach
  void furnish() throws IOException {
    Path bin = Files.createDirectories(machine.resolve("bin"));
    for (String tool : TOOLS) {
      script(
          bin.resolve(tool),
          "#!/bin/sh",
          "exec /usr/bin/env -- $(PATH=/usr/bin:/bin command -v " + tool + ") \"$@\"");
    }
  }

  @Test
  void saysPlainlyThatThereIsNoJdk25() throws Exception {
    Answer answer = run(Map.of(), "status");
    assertEquals(2, answer.code());
    assertTrue(
        answer.text().startsWith("egate: no JDK 25 found in EGATE_JAVA_HOME"), answer.text());
    assertEquals(1, answer.text().lines().count(), answer.text());
  }

  @Test
  void takesNoOtherVersion() throws Exception {
    Answer answer = run(Map.of("JAVA_HOME", jdk("17.0.15").toString()), "status");
    assertEquals(2, answer.code());
    assertTrue(answer.text().contains("no JDK 25"), answer.text());
  }

  @Test
  void findsA25InTheUsualPlaces() throws Exception {
    jdk("25.0.1");
    Answer answer = run(Map.of("EGATE_BUILT", "yes"), "status");
    assertEquals(new Answer(0, "a fake java 25.0.1\n"), answer);
  }

  @Test
  void anUnknownCommandIsOneLine() throws Exception {
    Answer answer = run(Map.of("EGATE_JDK", "/nowhere"), "fly");
    assertEquals(new Answer(2, "egate: no command 'fly'; egate --help lists them\n"), answer);
  }

  private Path jdk(String version) throws IOException {
    Path home = Files.createDirectories(machine.resolve("jvm/jdk-" + version));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path bin = Files.createDirectories(home.resolve("bin"));
    script(bin.resolve("java"), "#!/bin/sh", "echo a fake java " + version);
    return home;
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.write(file, List.of(lines));
    assertTrue(file.toFile().setExecutable(true));
  }

  private record Answer(int code, String text) {}

  private Answer run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of("/bin/bash", LAUNCHER.toString()), Stream.of(args)).toList());
    builder.environment().clear();
    builder.environment().put("PATH", machine.resolve("bin").toString());
    builder.environment().put("HOME", machine.toString());
    builder.environment().put("EGATE_JDK_PLACES", machine.resolve("jvm") + "/*");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
