package egate.daemon;

import egate.daemon.journal.Anchor;
import egate.daemon.journal.AuditReport;
import egate.daemon.journal.DatabaseKey;
import egate.daemon.journal.DevicePublicKey;
import egate.daemon.journal.HeadJson;
import egate.daemon.journal.JournalAudit;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.JournalShow;
import egate.daemon.journal.KeyException;
import egate.daemon.journal.OutboxException;
import egate.daemon.journal.SignedHead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code egate journal}. */
@Command(
    name = "journal",
    description = "Look at what is on record, and check that nobody changed it.",
    synopsisSubcommandLabel = "show|verify")
final class JournalCommand {
  private static final int ANCHOR_BYTES_MAX = 4_096;

  private final Machine machine;

  @Spec private @Nullable CommandSpec spec;

  JournalCommand(Machine machine) {
    this.machine = machine;
  }

  @Command(
      name = "show",
      description = "Show every entry: starts, passages, decisions, emergencies, results.",
      footer = {
        "",
        "It only reads, and may do so beside a running daemon. Entries lie sealed on the disk; the",
        "database key in the credentials opens those whose data key was not destroyed. A question",
        "mark behind a time says that the wall clock was not synchronised then.",
      })
  int show(
      @Option(
              names = "--state",
              paramLabel = "DIR",
              description =
                  "The daemon's state folder. Default: EGATE_STATE, the newest simulation,"
                      + " /var/lib/egate.")
          @Nullable Path state,
      @Option(
              names = "--credentials",
              paramLabel = "DIR",
              description =
                  "Holds database.key. Default: credentials in the state folder; without the"
                      + " key only signed heads can be read.")
          @Nullable Path credentials,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws JournalException, OutboxException {
    StateFolder folder = folder(state);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path file = credentials(folder, credentials).resolve("database.key");
    if (!Files.exists(file)) {
      new JournalShow().show(folder.journal(), Optional.empty(), json, out);
      return 0;
    }
    try (DatabaseKey key = DatabaseKey.read(file)) {
      new JournalShow().show(folder.journal(), Optional.of(key), json, out);
    }
    return 0;
  }

  @Command(
      name = "verify",
      description =
          "Check offline, with the gate's public key alone, that no entry was changed, removed or"
              + " moved.",
      footer = {
        "",
        "The gate signs its record once a minute and when it stops; entries behind the last signed",
        "head are counted as not signed yet. Only a head that central kept can show that the end",
        "was cut off: give it with --anchor. The gate keeps the last one that central acknowledged",
        "itself, but whoever has the disk can put an older one there. Exit code 1 when anything is",
        "wrong.",
      })
  int verify(
      @Option(
              names = "--key",
              paramLabel = "FILE",
              description =
                  "The gate's public key or certificate, PEM. Default: credentials/device.pub in"
                      + " the state folder.")
          @Nullable Path key,
      @Option(
              names = "--anchor",
              paramLabel = "FILE",
              description =
                  "The last signed head that central acknowledged, as JSON; of several lines the"
                      + " last counts. Default: anchor.json in the state folder, if it is there.")
          @Nullable Path anchor,
      @Option(
              names = "--state",
              paramLabel = "DIR",
              description =
                  "The daemon's state folder. Default: EGATE_STATE, the newest simulation,"
                      + " /var/lib/egate.")
          @Nullable Path state,
      @Option(names = "--json", description = "One JSON object.") boolean json)
      throws JournalException, KeyException, StartException {
    StateFolder folder = folder(state);
    Path publicKey = key == null ? credentials(folder, null).resolve("device.pub") : key;
    Optional<SignedHead> head =
        anchor == null
            ? Optional.ofNullable(Anchor.read(folder.anchor()).head())
            : Optional.of(head(anchor));
    AuditReport report = JournalAudit.of(folder.journal(), DevicePublicKey.read(publicKey), head);
    Main.out(spec).print(json ? AuditLines.json(report) : AuditLines.text(report));
    Main.out(spec).flush();
    return report.intact() ? 0 : 1;
  }

  private StateFolder folder(@Nullable Path state) {
    return StateChoice.toShow(
        Optional.ofNullable(state), machine.environment(), machine.temporary());
  }

  private static Path credentials(StateFolder folder, @Nullable Path given) {
    return given == null ? folder.resolve("credentials") : given;
  }

  private static SignedHead head(Path anchor) throws StartException {
    try {
      if (Files.size(anchor) > ANCHOR_BYTES_MAX << 10) {
        throw new IOException("it is too long");
      }
      String last = Files.readString(anchor).lines().reduce("", (_, line) -> line);
      return HeadJson.parse(last.strip())
          .orElseThrow(
              () ->
                  new StartException(
                      "anchor " + anchor + " is no signed head; give one that central kept"));
    } catch (IOException e) {
      throw new StartException("anchor " + anchor + " cannot be read: " + e, e);
    }
  }
}
