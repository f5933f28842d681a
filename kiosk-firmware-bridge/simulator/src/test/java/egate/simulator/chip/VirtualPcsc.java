package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.bridge.reader.PcscReader;
import egate.bridge.reader.ReaderPattern;
import egate.bridge.serial.LineLostException;
import egate.simulator.device.SmartCardDaemon;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Debian's pcscd and its virtual reader, with an emulated field, for tests. */
final class VirtualPcsc {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(20);

  /** libpcsclite reads the variable once in a process, so all tests of one share the folder. */
  private static final Path FOLDER = folder();

  private final SmartCardDaemon daemon;
  private final VirtualReader field;

  private VirtualPcsc(SmartCardDaemon daemon) {
    this.daemon = daemon;
    this.field = VirtualReader.at(daemon.port());
  }

  /** Starts both as a simulation does; otherwise as the other. */
  static VirtualPcsc start() throws Exception {
    return start("--foreground");
  }

  /**
   * Starts both, pcscd with these arguments; without the packages the test is skipped aloud, or
   * fails where CI=true.
   */
  static VirtualPcsc start(String... arguments) throws Exception {
    Optional<String> missing = SmartCardDaemon.missing();
    if (missing.isPresent() && "true".equals(System.getenv("CI"))) {
      fail(missing.get());
    }
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.get());
    return new VirtualPcsc(SmartCardDaemon.start(FOLDER, List.of(arguments)));
  }

  SmartCardDaemon daemon() {
    return daemon;
  }

  VirtualReader field() {
    return field;
  }

  /** Opens the reader as soon as pcscd has it. */
  PcscReader reader(int responseBytesMax) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return open(responseBytesMax);
      } catch (LineLostException e) {
        if (deadline - System.nanoTime() < 0) {
          throw e;
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
  }

  static PcscReader open(int responseBytesMax) throws LineLostException {
    return PcscReader.connect(
        new ReaderPattern(SmartCardDaemon.READER + " 00 00"), responseBytesMax, System::nanoTime);
  }

  /** Waits until pcscd takes clients. */
  void awaitService() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(daemon.socket())) {
      if (deadline - System.nanoTime() < 0) {
        fail("pcscd has not begun within " + PATIENCE);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("egate-pcsc");
      set(SmartCardDaemon.SOCKET_VARIABLE, folder.resolve("run/pcscd.comm").toString());
      return folder;
    } catch (Throwable e) {
      throw new IllegalStateException("setenv", e);
    }
  }

  /** For the library within this process; Java cannot change its own environment. */
  @SuppressWarnings("restricted")
  private static void set(String name, String value) throws Throwable {
    Linker linker = Linker.nativeLinker();
    var setenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setenv"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int result = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      if (result != 0) {
        throw new IllegalStateException("setenv");
      }
    }
  }

  void stop() throws InterruptedException {
    field.close();
    daemon.kill();
  }
}
