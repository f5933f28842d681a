package egate.daemon;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The daemon's command line. */
public final class Main {
  private Main() {}

  /** Runs a subcommand and ends with its exit code: 0 ok, 1 negative result, 2 usage or fault. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(new RealMachine(), out, err, args));
  }

  static int execute(Machine machine, PrintWriter out, PrintWriter err, String... args) {
    ErrorLines errors = new ErrorLines();
    CommandLine commands =
        new CommandLine(new Egate())
            .addSubcommand(new RunCommand(machine))
            .addSubcommand(new StatusCommand(machine))
            .addSubcommand(new JournalCommand(machine))
            .addSubcommand(new BenchCommand())
            .addSubcommand(new ProfileCommand(machine))
            .addSubcommand(new UpdateCommand(machine))
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(errors)
            .setExecutionExceptionHandler(errors);
    try {
      return commands.execute(args);
    } catch (Error e) {
      // A broken installation, a class that is missing for example: no handler of picocli's sees
      // it.
      return ErrorLines.say(commands, e);
    }
  }

  /** Where a command prints. */
  static PrintWriter out(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli fills in the specification");
    }
    return spec.commandLine().getOut();
  }

  /** {@code egate} itself, which the launcher explains. */
  @Command(
      name = "egate",
      description = "The daemon of an e-gate.",
      mixinStandardHelpOptions = true,
      scope = CommandLine.ScopeType.INHERIT,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:ok", "1:negative result", "2:usage or fault"})
  static final class Egate {}
}
