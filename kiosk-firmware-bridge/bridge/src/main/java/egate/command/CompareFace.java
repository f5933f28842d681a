package egate.command;

import egate.biometric.ImageLimits;
import egate.biometric.face.FaceEmbedding;
import egate.biometric.face.FaceEngine;
import egate.biometric.face.FaceModels;
import egate.biometric.model.FaceThreshold;
import egate.biometric.model.ModelPack;
import egate.biometric.model.PackException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code egate compare face}. */
@Command(
    name = "face",
    mixinStandardHelpOptions = true,
    description = {
      "Compares faces: files of one image as JPEG, JPEG 2000, PNG or TIFF, or a DG2. Of several faces"
          + " the largest near the middle counts.",
      "Exit code 0 is a match, 1 is none; with --pairs 0 is that pairs were compared."
    })
final class CompareFace implements Callable<Integer> {
  private static final int DECIMALS = 6;
  private static final long SAMPLE_BYTES = 4_000;

  @Mixin CompareOptions options = new CompareOptions();
  @Mixin ModelOptions models = new ModelOptions();

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CommandFault {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ModelPack pack = models.open();
    if (models.evaluation) {
      err.println("NOT APPROVED: evaluation only, no gate uses this pack unless it is approved");
    }
    try (FaceModels started = new FaceModels(pack)) {
      Extraction<FaceEmbedding> extraction =
          new Extraction<>(new FaceEngine(started, ImageLimits.FILE), ImageFile::faces);
      Comparing<FaceEmbedding> comparing =
          new Comparing<>(
              extraction, threshold(pack), DECIMALS, SAMPLE_BYTES, options.json, out, err);
      return options.run(comparing, out, new JsonObject().put("approved", !models.evaluation));
    } catch (PackException e) {
      throw new CommandFault(String.valueOf(e.getMessage()));
    }
  }

  private double threshold(ModelPack pack) throws CommandFault {
    int perMillion = options.fmrPerMillion();
    return pack.manifest().recogniser().thresholds().stream()
        .filter(each -> each.frames() == 1 && each.fmrPerMillion() == perMillion)
        .map(FaceThreshold::cosine)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFault(
                    "the pack has no threshold for FMR " + options.falseMatchRate + "; see --fmr"));
  }
}
