package egate.daemon.journal;

/** Lets tests outside this package fail as a full disk does. */
public final class JournalFailure {
  private JournalFailure() {}

  public static JournalException diskFull() {
    return new JournalException("journal cannot be written: no space left");
  }
}
