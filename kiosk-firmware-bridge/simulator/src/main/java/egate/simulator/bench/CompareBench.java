package egate.simulator.bench;

import egate.biometric.Calibration;
import egate.biometric.ImageLimits;
import egate.biometric.ImageUnreadableException;
import egate.biometric.SourceAfis;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code egate bench compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Error rates and speed of finger comparison on synthetic fingers put down in a hurry; a line of"
          + " the threshold table for each policy and each rate that the pairs support:",
      "fingers summed, tries, sensor, FMR per million, threshold, impostor attempts, FNMR in %."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
public final class CompareBench implements Callable<Integer> {
  private static final int[] RATES = {10_000, 1_000, 100};

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--people",
      defaultValue = "131",
      description = "People of two fingers each (default: ${DEFAULT-VALUE}).")
  private int people;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws ImageUnreadableException {
    var out = spec.commandLine().getOut();
    double[] millis = new FingerSpeed(seed, 10).millis();
    out.printf(
        "extraction and match: %.1f ms, SourceAFIS alone %.1f ms, ratio %.2f%n",
        millis[0], millis[1], millis[0] / millis[1]);
    var engine = new SourceAfis(ImageLimits.CHIP);
    out.printf("growing and comparing %d fingers ...%n", 2 * people);
    out.flush();
    FingerTrial trial = FingerTrial.run(engine, Volunteers.invite(engine, seed, 2 * people));
    out.printf("%,d comparisons of different fingers%n", trial.impostorComparisons());
    for (int fingers = 1; fingers <= 2; fingers++) {
      for (int tries = 1; tries <= Volunteers.TRIES; tries += 2) {
        tell(trial.policy(fingers, tries), fingers, tries);
      }
    }
    return 0;
  }

  private void tell(Calibration policy, int fingers, int tries) {
    int pairs = 2 * people / fingers * (2 * people / fingers - 1);
    for (int rate : RATES) {
      OptionalDouble threshold = policy.threshold(rate);
      if (threshold.isPresent()) {
        double fnmr = 100 * policy.falseNonMatchRate(threshold.getAsDouble());
        spec.commandLine()
            .getOut()
            .printf(
                "%d,%d,zfm,%d,%.2f,%d,%.2f%n",
                fingers, tries, rate, threshold.getAsDouble(), pairs, fnmr);
      }
    }
  }
}
