package egate.daemon;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileSignature;
import egate.daemon.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code egate run}. */
@Command(
    name = "run",
    description = "Run the gate that a hardware profile describes, until SIGTERM.",
    footer = {
      "",
      "Before anything moves, a passage that a restart cut short gets its result, and the first",
      "bridge must have rehearsed. Then the gate serves; 'egate status' shows how it does.",
      "",
      "Example: egate run --profile hardware-profiles/simulated.yaml --state /tmp/gate",
    })
final class RunCommand implements Callable<Integer> {
  private static final int STOP_SECONDS_MAX = 10;

  private final Machine machine;

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "FILE",
      description = "The hardware profile, YAML 1.2.")
  private Path profile = Path.of("");

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Where journal, database and sockets lie. Default: EGATE_STATE, /var/lib/egate.")
  private @Nullable Path state;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Override one key of a profile that is not for production, for example"
              + " uplink.broker-port=1883. May be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--profile-key",
      paramLabel = "FILE",
      description =
          "Public key by which a production profile must be signed. Default: ${DEFAULT-VALUE}")
  private Path profileKey = Path.of("/etc/egate/profile.pub");

  RunCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() throws Exception {
    List<Setting> parsed = new ArrayList<>();
    for (String setting : settings) {
      parsed.add(Setting.parse(setting));
    }
    HardwareProfile read = ConfigReader.read(profile, parsed);
    if (read.production()) {
      ProfileSignature.verify(profile, profileKey);
    }
    StateFolder folder = StateChoice.toRun(Optional.ofNullable(state), machine.environment());
    runUntilStopped(UpdateParts.updated(read, folder), folder);
    return 0;
  }

  /** On SIGTERM the process waits until the locks are at rest and the journal is closed. */
  private void runUntilStopped(HardwareProfile read, StateFolder folder) throws Exception {
    EventQueue queue = new EventQueue();
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(queue, stopped), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      new Daemon(read, folder, machine, queue).run();
    } finally {
      stopped.countDown();
      forget(hook);
    }
  }

  private static void stop(EventQueue queue, CountDownLatch stopped) {
    queue.close();
    try {
      if (!stopped.await(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ErrorLines.EXIT_CODE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running just now: that is why the daemon has ended.
    }
  }
}
