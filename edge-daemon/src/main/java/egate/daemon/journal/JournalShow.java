package egate.daemon.journal;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Shows a journal, read-only, beside a running daemon or without one. */
public final class JournalShow {

  /**
   * Prints every entry, one a line. What a running daemon is just writing is left out; what cannot
   * be opened, for its key was destroyed or is not at hand, is said to be sealed.
   *
   * @param master without it nothing but signed heads can be opened
   * @param json one JSON object a line instead of a text for people
   * @throws JournalException when the folder holds no journal, or a damaged one
   */
  public void show(Path folder, Optional<DatabaseKey> master, boolean json, PrintStream out)
      throws JournalException {
    if (!Files.isDirectory(folder)) {
      throw new JournalException("journal " + folder + " does not exist: is --state right?");
    }
    FolderSource source = new FolderSource(folder);
    KeyRing keys = master.isPresent() ? KeyRing.read(source, master.get()) : KeyRing.empty();
    new JournalReader(source, keys).readAll(lines(json, out));
  }

  private static JournalReader.Visitor lines(boolean json, PrintStream out) {
    return new JournalReader.Visitor() {
      @Override
      public void visit(Recorded recorded) {
        out.println(json ? EntryLine.json(recorded) : EntryLine.text(recorded));
      }

      @Override
      public void sealed(long order, int key) {
        out.println(json ? EntryLine.sealedJson(order, key) : EntryLine.sealedText(order, key));
      }
    };
  }
}
