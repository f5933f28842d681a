package egate.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of paths, one pair a line, read a piece at a time since there may be millions. A path that
 * is not there as given is looked for beside the file. Further columns are left to their readers,
 * and so is a first line that only names the columns.
 */
final class PairsFile implements AutoCloseable {
  private final Path file;
  private final BufferedReader lines;
  private long line;

  private PairsFile(Path file, BufferedReader lines) {
    this.file = file;
    this.lines = lines;
  }

  static PairsFile open(Path file) throws CommandFault {
    try {
      return new PairsFile(file, Files.newBufferedReader(file));
    } catch (IOException e) {
      throw new CommandFault(file + ": cannot be read; --pairs wants lines of two paths");
    }
  }

  /** The columns of a line. */
  record Row(Pair pair, List<String> columns) {}

  /** The next rows, at most so many; none at the end. */
  List<Row> next(int most) throws CommandFault {
    List<Row> rows = new ArrayList<>();
    @Nullable Row row = nextRow();
    while (row != null) {
      rows.add(row);
      row = rows.size() < most ? nextRow() : null;
    }
    return rows;
  }

  private @Nullable Row nextRow() throws CommandFault {
    String text = nextLine();
    while (text != null && (text.isBlank() || isHeading(text))) {
      text = nextLine();
    }
    if (text == null) {
      return null;
    }
    List<String> columns = Csv.fields(text);
    if (columns.size() < 2 || columns.get(0).isBlank() || columns.get(1).isBlank()) {
      throw new CommandFault(file + " line " + line + ": wants two paths with a comma between");
    }
    return new Row(new Pair(columns.get(0).strip(), columns.get(1).strip()), columns);
  }

  private boolean isHeading(String text) {
    return line == 1 && text.toLowerCase(Locale.ROOT).matches("\"?(path|reference|file)\\w*\"?,.*");
  }

  private @Nullable String nextLine() throws CommandFault {
    try {
      line++;
      String text = lines.readLine();
      // A byte order mark, as spreadsheets write it.
      return text != null && line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new CommandFault(file + " line " + line + ": cannot be read, is it text in UTF-8?");
    }
  }

  /** Where a path of this file leads. */
  Path resolve(String path) {
    Path given = Path.of(path);
    if (given.isAbsolute() || Files.exists(given)) {
      return given;
    }
    Path beside = file.toAbsolutePath().resolveSibling(given);
    return Files.exists(beside) ? beside : given;
  }

  @Override
  public void close() throws CommandFault {
    try {
      lines.close();
    } catch (IOException e) {
      throw new CommandFault(file + ": cannot be closed");
    }
  }
}
