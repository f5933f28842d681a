package egate.daemon;

import egate.daemon.journal.JournalException;
import egate.daemon.journal.JournalShow;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code egate journal}. */
@Command(
    name = "journal",
    description = "Look at what is on record.",
    synopsisSubcommandLabel = "show")
final class JournalCommand {
  private final Machine machine;

  JournalCommand(Machine machine) {
    this.machine = machine;
  }

  @Command(
      name = "show",
      description = "Show every entry: starts, passages, decisions, emergencies, results.",
      footer = {"", "It only reads, and may do so beside a running daemon."})
  int show(
      @Option(
              names = "--state",
              paramLabel = "DIR",
              description =
                  "The daemon's state folder. Default: EGATE_STATE, the newest simulation,"
                      + " /var/lib/egate.")
          @Nullable Path state,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws JournalException {
    StateFolder folder =
        StateChoice.toShow(Optional.ofNullable(state), machine.environment(), machine.temporary());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new JournalShow().show(folder.journal(), json, out);
    return 0;
  }
}
