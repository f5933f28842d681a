package egate.daemon;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileException;
import egate.daemon.update.DataClock;
import egate.daemon.update.MakeBundle;
import egate.daemon.update.UpdateBundle;
import egate.daemon.update.UpdateException;
import egate.daemon.update.UpdateItem;
import egate.daemon.update.Updater;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code egate update}. */
@Command(
    name = "update",
    description = {
      "Signed updates: trust data, terminal certificates, policy, models, profiles.",
      "Versions never go back; trust anchors change only with the agency's and the operator's"
          + " signature. No update can move a door."
    },
    synopsisSubcommandLabel = "apply|list|make")
final class UpdateCommand {
  private static final String INSTALLED_PROFILE = "/etc/egate/profile.yaml";

  private final Machine machine;

  @Spec private @Nullable CommandSpec spec;

  UpdateCommand(Machine machine) {
    this.machine = machine;
  }

  @Command(
      name = "apply",
      description = "Install a bundle: all of it, or nothing.",
      footer = {
        "",
        "May be done beside a running daemon: the bridge that starts next uses the new data. A kill",
        "in mid-update does no harm; the next update or start ends it one way or the other.",
        "Exit code 1 when all of it was installed already.",
        "",
        "Example: egate update apply egate-update.egub --profile /etc/egate/profile.yaml",
      })
  int apply(
      @Parameters(paramLabel = "FILE", description = "The bundle.") Path file,
      @Option(names = "--profile", paramLabel = "FILE", description = PROFILE)
          @Nullable Path profile,
      @Option(names = "--state", paramLabel = "DIR", description = STATE) @Nullable Path state)
      throws StartException, ProfileException, UpdateException {
    List<UpdateItem> fresh = gate(profile, state).updater().apply(file.toString(), bytes(file));
    fresh.forEach(item -> out().println("installed " + item + ", issued " + item.issued()));
    if (fresh.isEmpty()) {
      out().println("all of it was installed already");
    }
    return fresh.isEmpty() ? 1 : 0;
  }

  @Command(
      name = "list",
      description = "Show what documents are judged by: how old each list is, and what stops when.",
      footer = {"", "Exit code 1 when one is too old."})
  int list(
      @Option(names = "--profile", paramLabel = "FILE", description = PROFILE)
          @Nullable Path profile,
      @Option(names = "--state", paramLabel = "DIR", description = STATE) @Nullable Path state,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws StartException, ProfileException, UpdateException {
    Instant now = InstantSource.system().instant();
    Gate gate = gate(profile, state);
    for (UpdateItem item : gate.updater().installed()) {
      if (!json) {
        out().println("installed " + item);
      }
    }
    CurrentData data = new CurrentData(gate.profile(), gate.state(), Optional.of(gate.updater()));
    var _ = data.refresh();
    for (DataClock clock : data.clocks()) {
      out().println(json ? json(clock, now) : line(clock, now));
    }
    return data.clocks().stream().anyMatch(clock -> clock.isOverAt(now)) ? 1 : 0;
  }

  @Command(
      name = "make",
      description = "Make a bundle, where no gate is.",
      footer = {
        "",
        "Trust anchors take two keys: repeat --key.",
        "",
        "Example: egate update make trust=8:store.egts --key agency.key --key operator.key"
            + " --out egate-update.egub",
      })
  int make(
      @Parameters(
              arity = "1..*",
              paramLabel = "KIND=VERSION:FILE",
              description =
                  "trust: a signed store. policy: YAML with version, comparison and documents, as in a"
                      + " profile. profile: YAML. models, terminal: a ZIP of plain files.")
          List<String> files,
      @Option(names = "--key", required = true, paramLabel = "FILE", description = "Ed25519, PEM.")
          List<Path> keys,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "The bundle.")
          Path bundle,
      @Option(
              names = "--good-days",
              defaultValue = "365",
              paramLabel = "DAYS",
              description = "Too old after so many days (default: ${DEFAULT-VALUE}).")
          int days)
      throws UpdateException, StartException {
    MakeBundle made = new MakeBundle();
    for (String file : files) {
      made.add(file, InstantSource.system().instant(), Duration.ofDays(days));
    }
    try {
      Files.write(bundle, made.signedBy(keys));
    } catch (IOException e) {
      throw new StartException(bundle + ": cannot be written", e);
    }
    out().println("wrote " + bundle);
    return 0;
  }

  private static final String PROFILE =
      "The gate's profile, which says whose signatures count. Default: EGATE_PROFILE, "
          + INSTALLED_PROFILE
          + ".";

  private static final String STATE =
      "The daemon's state folder. Default: EGATE_STATE, /var/lib/egate.";

  private record Gate(HardwareProfile profile, StateFolder state, Updater updater) {}

  private Gate gate(@Nullable Path given, @Nullable Path state)
      throws StartException, ProfileException {
    Path file =
        Optional.ofNullable(given)
            .or(() -> Optional.ofNullable(machine.environment().get("EGATE_PROFILE")).map(Path::of))
            .orElse(Path.of(INSTALLED_PROFILE));
    HardwareProfile profile = ConfigReader.read(file, List.of());
    StateFolder folder = StateChoice.toRun(Optional.ofNullable(state), machine.environment());
    Updater updater =
        UpdateParts.updater(profile, folder)
            .orElseThrow(
                () ->
                    new StartException(
                        file
                            + " takes no updates; add a section updates with agency-key and"
                            + " operator-key"));
    return new Gate(profile, folder, updater);
  }

  private static byte[] bytes(Path file) throws StartException, UpdateException {
    try {
      return UpdateBundle.read(file);
    } catch (IOException e) {
      throw new StartException(file + ": cannot be read; give an update bundle", e);
    }
  }

  private static String line(DataClock clock, Instant now) {
    return "%-22s %d days old, %s"
        .formatted(
            clock.name(),
            clock.ageDays(now),
            clock.isOverAt(now)
                ? "TOO OLD: " + clock.stops()
                : "good for " + clock.leftDays(now) + " days; then " + clock.stops());
  }

  private static String json(DataClock clock, Instant now) {
    return ("{\"name\": \"%s\", \"issued\": \"%s\", \"limit\": \"%s\", \"age_days\": %d,"
            + " \"left_days\": %d, \"over\": %b, \"stops\": \"%s\"}")
        .formatted(
            clock.name(),
            clock.issued(),
            clock.limit(),
            clock.ageDays(now),
            clock.leftDays(now),
            clock.isOverAt(now),
            clock.stops());
  }

  private PrintWriter out() {
    return Main.out(spec);
  }
}
