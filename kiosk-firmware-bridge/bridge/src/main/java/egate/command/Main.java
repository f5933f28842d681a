package egate.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The workbench's command line; the launcher starts it for its subcommands. */
public final class Main {
  private Main() {}

  /** Runs a subcommand and ends with its exit code: 0 ok, 1 negative result, 2 usage or fault. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, args));
  }

  /** Runs a subcommand and gives its exit code. */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    ErrorLines errors = new ErrorLines();
    return new CommandLine(new Egate())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(args);
  }

  /** {@code egate} itself, which the launcher explains; a subcommand a noun. */
  @Command(
      name = "egate",
      description = "Documents, trust data and comparisons, outside any passage.",
      mixinStandardHelpOptions = true,
      subcommands = {
        DocumentCommand.class,
        CompareCommand.class,
        CalibrateCommand.class,
        ModelsCommand.class,
        TrustCommand.class
      },
      scope = CommandLine.ScopeType.INHERIT,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:ok", "1:negative result", "2:usage or fault"})
  static final class Egate {}

  /** A failure becomes one line and exit code 2. Only {@link CommandFault} speaks for itself. */
  private static final class ErrorLines
      implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int FAULT = 2;

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
      CommandLine command = e.getCommandLine();
      return say(
          command, e.getMessage() + "; " + command.getCommandSpec().qualifiedName() + " --help");
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
      return say(command, e instanceof CommandFault ? String.valueOf(e.getMessage()) : unknown(e));
    }

    /** Without the message: a parser's would quote what it parsed. */
    private static String unknown(Exception e) {
      StackTraceElement[] stack = e.getStackTrace();
      String place = stack.length == 0 ? "an unknown place" : stack[0].toString();
      return "unexpected " + e.getClass().getName() + " at " + place + "; this is a bug";
    }

    private static int say(CommandLine command, String line) {
      String name = command.getCommandSpec().qualifiedName();
      command.getErr().println(name + ": " + line.replaceAll("\\s+", " "));
      return FAULT;
    }
  }
}
