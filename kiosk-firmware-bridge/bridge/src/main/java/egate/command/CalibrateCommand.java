package egate.command;

import egate.biometric.Calibration;
import egate.biometric.ImageLimits;
import egate.biometric.SourceAfis;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code egate calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "finger --pairs FILE",
    description = "Finds thresholds from pairs whose truth is known.",
    subcommands = {CalibrateCommand.Finger.class})
final class CalibrateCommand {
  private CalibrateCommand() {}

  /** {@code egate calibrate finger}. */
  @Command(
      name = "finger",
      mixinStandardHelpOptions = true,
      description = {
        "Compares every pair and prints a line for each false match rate, in the form of the shipped"
            + " table: fingers, tries, sensor, FMR per million, threshold, impostor pairs, FNMR in %.",
        "A rate is refused unless there are 3/FMR pairs of different fingers, each two fingers counted"
            + " once; files that genuine pairs connect are of one finger.",
        "Exit code 0 is that every rate asked for was found, 1 that one was refused."
      })
  static final class Finger implements Callable<Integer> {
    @Option(
        names = "--pairs",
        required = true,
        paramLabel = "FILE",
        description = "Lines of path, path, genuine or impostor.")
    Path file = Path.of("");

    @Option(
        names = "--fmr",
        paramLabel = "RATE",
        description = "A false match rate to find; may be repeated (default: 0.01, 0.001, 0.0001).")
    List<Double> rates = new ArrayList<>();

    @Option(
        names = "--sensor",
        paramLabel = "CLASS",
        defaultValue = "any",
        description = "Sensor class for the line (default: ${DEFAULT-VALUE}).")
    String sensor = "any";

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CommandFault {
      LabelledPairs pairs;
      try (PairsFile rows = PairsFile.open(file)) {
        pairs = LabelledPairs.read(file, rows);
        Calibration calibration = calibration(pairs, rows);
        return tell(calibration, pairs) ? 0 : 1;
      }
    }

    private Calibration calibration(LabelledPairs pairs, PairsFile rows) throws CommandFault {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      Scores scores = new Scores(rows, err);
      double[] genuine = scores.of(pairs.genuine());
      double[] impostors = scores.of(pairs.impostors());
      if (impostors.length == 0) {
        throw new CommandFault(file + ": holds no impostor pair that could be compared");
      }
      Fingers fingers = new Fingers();
      pairs.genuine().forEach(fingers::same);
      pairs.impostors().forEach(fingers::different);
      long independent = Math.min(fingers.independentPairs(), impostors.length);
      return new Calibration(impostors, genuine, independent);
    }

    private boolean tell(Calibration calibration, LabelledPairs pairs) throws CommandFault {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      boolean all = true;
      for (double rate : rates.isEmpty() ? List.of(0.01, 0.001, 0.0001) : rates) {
        int perMillion = perMillion(rate);
        OptionalDouble threshold = calibration.threshold(perMillion);
        all &= threshold.isPresent();
        if (threshold.isPresent()) {
          out.println(line(calibration, perMillion, threshold.getAsDouble(), pairs));
        } else {
          refuse(rate, perMillion);
        }
      }
      return all;
    }

    private String line(Calibration calibration, int rate, double threshold, LabelledPairs pairs) {
      double fnmr = calibration.falseNonMatchRate(threshold) * 100;
      return String.join(
          ",",
          "1",
          "1",
          Csv.field(sensor),
          Integer.toString(rate),
          JsonObject.rounded(threshold, 2),
          Integer.toString(pairs.impostors().size()),
          Double.isNaN(fnmr) ? "" : JsonObject.rounded(fnmr, 2));
    }

    private void refuse(double rate, int perMillion) {
      Objects.requireNonNull(spec)
          .commandLine()
          .getErr()
          .printf(
              "egate calibrate finger: no threshold for FMR %s: that needs %d pairs of different"
                  + " fingers, each two fingers counted once%n",
              rate, Calibration.pairsFor(perMillion));
    }

    private static int perMillion(double rate) throws CommandFault {
      long perMillion = Math.round(rate * 1_000_000);
      if (perMillion < 1 || perMillion > 100_000) {
        throw new CommandFault("--fmr " + rate + ": wants a rate from 0.000001 to 0.1");
      }
      return (int) perMillion;
    }

    /** Scores of pairs; what cannot be compared is told and left out. */
    private static final class Scores {
      private final PairsFile files;
      private final PrintWriter err;

      Scores(PairsFile files, PrintWriter err) {
        this.files = files;
        this.err = err;
      }

      double[] of(List<Pair> pairs) throws CommandFault {
        Extraction<SourceAfis.Fingers> extraction =
            new Extraction<>(new SourceAfis(ImageLimits.FILE), ImageFile::fingers);
        Progress progress = new Progress(err);
        List<Double> scores = new ArrayList<>();
        try (Samples<SourceAfis.Fingers> samples = samples(extraction)) {
          PairRun<SourceAfis.Fingers> run = new PairRun<>(extraction, samples, 0);
          for (int from = 0; from < pairs.size(); from += PairRun.PIECE) {
            int to = Math.min(from + PairRun.PIECE, pairs.size());
            for (PairResult result : run.compare(pairs.subList(from, to), files::resolve)) {
              scores.add(result.score());
            }
            progress.tell(to, "pairs");
          }
        }
        return scores.stream()
            .mapToDouble(Double::doubleValue)
            .filter(s -> !Double.isNaN(s))
            .toArray();
      }

      private Samples<SourceAfis.Fingers> samples(Extraction<SourceAfis.Fingers> extraction) {
        return new Samples<>(
            extraction,
            20_000,
            (path, why) -> err.println("egate calibrate finger: " + path + ": " + why));
      }
    }
  }
}
