package egate.command;

import egate.biometric.FingerThresholds;
import egate.biometric.ImageLimits;
import egate.biometric.SourceAfis;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code egate compare finger}. */
@Command(
    name = "finger",
    mixinStandardHelpOptions = true,
    description = {
      "Compares fingerprints: files of one image at 500 dpi, ridges dark, as WSQ, JPEG 2000, JPEG, PNG"
          + " or TIFF, or a DG3, of which the best finger counts.",
      "Exit code 0 is a match, 1 is none; with --pairs 0 is that pairs were compared."
    })
final class CompareFinger implements Callable<Integer> {
  private static final int DECIMALS = 4;
  // Measured: about 40 kB for a finger of 50 minutiae, DG3s hold several.
  private static final long SAMPLE_BYTES = 60_000;

  @Mixin CompareOptions options = new CompareOptions();

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CommandFault {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Extraction<SourceAfis.Fingers> extraction =
        new Extraction<>(new SourceAfis(ImageLimits.FILE), ImageFile::fingers);
    Comparing<SourceAfis.Fingers> comparing =
        new Comparing<>(
            extraction,
            threshold(),
            DECIMALS,
            SAMPLE_BYTES,
            options.json,
            out,
            spec.commandLine().getErr());
    return options.run(comparing, out, new JsonObject());
  }

  private double threshold() throws CommandFault {
    try {
      return FingerThresholds.of(1, 1, "any", options.fmrPerMillion()).score();
    } catch (IllegalArgumentException e) {
      throw new CommandFault(
          "--fmr " + options.falseMatchRate + ": no threshold is calibrated for so low a rate");
    }
  }
}
