package egate.simulator.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fuzzes one target in a process of its own, for Jazzer instruments the whole process and ends it;
 * then weighs here, without instruments, what it left behind.
 */
final class FuzzProcess {
  /** Only code whose branches are worth exploring. */
  private static final String INSTRUMENTED =
      "egate.emrtd.**:egate.inspection.**:egate.biometric.**:egate.simulator.chip.**"
          + ":egate.trust.**:egate.daemon.update.**"
          + ":org.bouncycastle.asn1.**";

  private static final int INPUT_BYTES_MAX = 65_536;

  /** One input that runs this long, by the wall clock, is a hang. */
  private static final int HANG_SECONDS = 100;

  /** A busy machine may take many times the processor time; beyond that the process hangs. */
  private static final int WALL_TIMES_MAX = 40;

  private static final Duration GRACE = Duration.ofMinutes(3);

  private final FuzzTarget target;
  private final Path folder;
  private final Path regressions;

  FuzzProcess(Path root, FuzzTarget target) {
    this.target = target;
    this.folder = root.resolve("target/fuzz").resolve(target.name());
    this.regressions =
        root.resolve("kiosk-firmware-bridge/simulator/src/test/resources/egate/simulator/fuzz")
            .resolve(target.name());
  }

  FuzzFigures run(Duration time, int seed) throws IOException, InterruptedException {
    prepare();
    Process process = start(time, seed);
    long deadline = System.nanoTime() + time.multipliedBy(WALL_TIMES_MAX).plus(GRACE).toNanos();
    Path finished = folder.resolve(FuzzRecord.FINISHED);
    long seconds = 0;
    while (!process.waitFor(1, TimeUnit.SECONDS)) {
      Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
      seconds = Math.max(seconds, used.toSeconds());
      if (Files.exists(finished) || System.nanoTime() > deadline) {
        process.destroyForcibly();
      }
    }
    return new FuzzWeighing(target, folder, regressions)
        .weigh(seconds, Files.exists(finished) ? 0 : process.exitValue());
  }

  /** The corpus of former runs stays, so that a run begins where the last one ended. */
  private void prepare() throws IOException {
    delete(folder.resolve(FuzzRecord.FINDINGS));
    delete(folder.resolve(FuzzRecord.DEAR));
    Files.deleteIfExists(folder.resolve(FuzzRecord.PROPERTIES));
    Files.deleteIfExists(folder.resolve(FuzzRecord.FINISHED));
    Files.createDirectories(folder.resolve(FuzzRecord.FINDINGS));
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (byte[] seed : target.seeds()) {
      Files.write(corpus.resolve("seed-" + FuzzRecord.fileName(seed)), seed);
    }
  }

  private Process start(Duration time, int seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-XX:+EnableDynamicAgentLoading",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzHarness.class.getName(),
            "--target_args=" + target.name() + " " + folder + " " + time.toSeconds(),
            "--instrumentation_includes=" + INSTRUMENTED,
            "--reproducer_path=" + folder,
            "-seed=" + seed,
            "-timeout=" + HANG_SECONDS,
            "-report_slow_units=" + HANG_SECONDS,
            "-rss_limit_mb=0",
            "-max_len=" + INPUT_BYTES_MAX,
            "-artifact_prefix=" + folder.resolve(FuzzRecord.FINDINGS) + "/",
            folder.resolve("corpus").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> paths = Files.walk(tree)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
