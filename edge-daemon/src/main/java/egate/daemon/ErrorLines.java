package egate.daemon;

import egate.daemon.config.ProfileException;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.KeyException;
import egate.daemon.journal.OutboxException;
import egate.daemon.update.UpdateException;
import egate.daemon.uplink.BrokerRefusedException;
import java.util.concurrent.CompletionException;
import org.tinylog.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes its line on standard error and exit code 2. */
final class ErrorLines implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /** Usage or fault. */
  static final int EXIT_CODE = 2;

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    return say(
        command, e.getMessage() + "; " + command.getCommandSpec().qualifiedName() + " --help");
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return say(command, e);
  }

  static int say(CommandLine command, Throwable e) {
    return say(command, line(e));
  }

  private static String line(Throwable e) {
    return switch (e) {
      case StartException known -> String.valueOf(known.getMessage());
      case ProfileException known -> String.valueOf(known.getMessage());
      case JournalException known -> String.valueOf(known.getMessage());
      case KeyException known -> String.valueOf(known.getMessage());
      case OutboxException known -> String.valueOf(known.getMessage());
      case BrokerRefusedException known -> String.valueOf(known.getMessage());
      case UpdateException known -> String.valueOf(known.getMessage());
      case CompletionException wrapped when wrapped.getCause() != null -> line(wrapped.getCause());
      default -> unexpected(e);
    };
  }

  private static String unexpected(Throwable e) {
    Logger.error(e, "unexpected");
    StackTraceElement[] stack = e.getStackTrace();
    String place = stack.length == 0 ? "an unknown place" : stack[0].toString();
    return "unexpected "
        + e.getClass().getName()
        + " at "
        + place
        + "; this is a bug, the log has more";
  }

  private static int say(CommandLine command, String line) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + line.replaceAll("\\s+", " "));
    return EXIT_CODE;
  }
}
