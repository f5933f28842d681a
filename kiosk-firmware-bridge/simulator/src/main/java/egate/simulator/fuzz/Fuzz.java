package egate.simulator.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code egate fuzz}. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = {
      "Throws mutated input at every parser of what a stranger hands over, each for its share.",
      "A finding is any exception but the parser's own, a hang, or a warm input that takes over 50 ms",
      "of processor time or allocates over 16 MB. Findings are saved as regression inputs, which the",
      "tests replay. Exit code 1 when there is one."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
public final class Fuzz implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      required = true,
      paramLabel = "M",
      description = "Processor time for all targets together; fractions are welcome.")
  private double minutes;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "Only this target; may be repeated. Default: all of them.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--seed",
      description = "Where the mutations come from (default: ${DEFAULT-VALUE}).")
  private int seed = 9303;

  @Option(names = "--json", description = "One object a target, one a line.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<FuzzTarget> targets = targets();
    Duration share = Duration.ofMillis((long) (minutes * 60_000 / targets.size()));
    if (share.toSeconds() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--minutes leaves less than a second for each target; give more");
    }
    Path root = Path.of(System.getProperty("egate.root", "."));
    boolean clean = true;
    for (FuzzTarget target : targets) {
      System.err.printf(
          "%s: %d CPU-seconds, seed %d ...%n", target.name(), share.toSeconds(), seed);
      FuzzFigures figures = new FuzzProcess(root, target).run(share, seed);
      System.out.println(json ? figures.json() : figures.text());
      clean &= figures.clean();
    }
    return clean ? 0 : 1;
  }

  private List<FuzzTarget> targets() {
    for (String name : names) {
      if (FuzzTargets.named(name).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "no target "
                + name
                + "; there are "
                + FuzzTargets.all().stream().map(FuzzTarget::name).toList());
      }
    }
    return FuzzTargets.all().stream()
        .filter(target -> names.isEmpty() || names.contains(target.name()))
        .toList();
  }
}
