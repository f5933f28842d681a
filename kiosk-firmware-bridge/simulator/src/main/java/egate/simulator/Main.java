package egate.simulator;

import egate.simulator.bench.Bench;
import egate.simulator.fuzz.Fuzz;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The simulator's command line; the launcher starts it for its subcommands. */
@Command(
    name = "egate",
    subcommands = {Simulate.class, Bench.class, Fuzz.class})
public final class Main {
  private static final int FAULT = 2;

  private Main() {}

  /** Exit codes: 0 ok, 1 negative result, 2 usage or fault. */
  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (e, command, _) -> {
          System.err.println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
          return FAULT;
        });
    System.exit(line.execute(args));
  }
}
