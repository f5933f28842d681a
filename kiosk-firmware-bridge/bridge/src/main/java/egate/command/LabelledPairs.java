package egate.command;

import egate.command.PairsFile.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs whose truth is known, as the third column of a pairs file tells it. */
record LabelledPairs(List<Pair> genuine, List<Pair> impostors) {

  static LabelledPairs read(Path file, PairsFile rows) throws CommandFault {
    LabelledPairs pairs = new LabelledPairs(new ArrayList<>(), new ArrayList<>());
    List<Row> piece = rows.next(PairRun.PIECE);
    while (!piece.isEmpty()) {
      for (Row row : piece) {
        String label = row.columns().size() < 3 ? "" : row.columns().get(2).strip();
        pairs.add(file, row.pair(), label.toLowerCase(Locale.ROOT));
      }
      piece = rows.next(PairRun.PIECE);
    }
    return pairs;
  }

  private void add(Path file, Pair pair, String label) throws CommandFault {
    switch (label) {
      case "genuine", "mated", "same", "1", "true" -> genuine.add(pair);
      case "impostor", "non-mated", "different", "0", "false" -> impostors.add(pair);
      default ->
          throw new CommandFault(
              file + ": a pair is neither genuine nor impostor; the third column says which");
    }
  }
}
