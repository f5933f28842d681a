package egate.command;

/**
 * Why a command could not do its work: what, where, and what to do, in one line without any
 * personal data. Ends the program with exit code 2.
 */
public final class CommandFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Tells it in one line. */
  public CommandFault(String line) {
    super(line);
  }
}
