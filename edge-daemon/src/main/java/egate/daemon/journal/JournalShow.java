package egate.daemon.journal;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows a journal, read-only, beside a running daemon or without one. */
public final class JournalShow {

  /**
   * Prints every entry, one a line. What a running daemon is just writing is left out.
   *
   * @param json one JSON object a line instead of a text for people
   * @throws JournalException when the folder holds no journal, or a damaged one
   */
  public void show(Path folder, boolean json, PrintStream out) throws JournalException {
    if (!Files.isDirectory(folder)) {
      throw new JournalException("journal " + folder + " does not exist: is --state right?");
    }
    JournalReader.read(
        new FolderSource(folder),
        recorded -> out.println(json ? EntryLine.json(recorded) : EntryLine.text(recorded)));
  }
}
