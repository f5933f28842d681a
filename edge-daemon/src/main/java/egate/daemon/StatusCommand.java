package egate.daemon;

import egate.daemon.diagnostics.StatusClient;
import egate.daemon.diagnostics.StatusTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code egate status}. */
@Command(
    name = "status",
    description = "Show what a running gate is doing: state, devices, bridges, queue, versions.",
    footer = {
      "",
      "It asks the daemon's diagnostics port on this machine; nothing personal is ever there.",
      "Exit code 2 when no daemon answers.",
    })
final class StatusCommand implements Callable<Integer> {
  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  private final Machine machine;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "The daemon's state folder. Default: EGATE_STATE, the newest simulation, /var/lib/egate.")
  private @Nullable Path state;

  @Option(names = "--json", description = "One JSON object a line instead of a table.")
  private boolean json;

  @Option(names = "--watch", description = "Show it again every second, until interrupted.")
  private boolean watch;

  StatusCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() throws StartException, InterruptedException {
    StateFolder folder =
        StateChoice.toShow(Optional.ofNullable(state), machine.environment(), machine.temporary());
    PrintWriter out = Main.out(spec);
    show(folder, out);
    while (watch) {
      TimeUnit.SECONDS.sleep(1);
      show(folder, out);
    }
    return 0;
  }

  private void show(StateFolder folder, PrintWriter out) throws StartException {
    int port = PortFile.read(folder);
    try {
      String status = StatusClient.get(port);
      out.print(watch && !json ? CLEAR_SCREEN : "");
      out.print(json ? status + System.lineSeparator() : StatusTable.of(status));
      out.flush();
    } catch (IOException e) {
      throw new StartException(
          "no daemon answers on port " + port + " for " + folder.root() + "; start it again", e);
    }
  }
}
