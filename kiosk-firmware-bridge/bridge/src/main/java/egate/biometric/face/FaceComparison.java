package egate.biometric.face;

import egate.biometric.ImageDecoder;
import egate.biometric.ImageLimits;
import egate.biometric.ImageUnreadableException;
import egate.biometric.face.FaceQuality.Shortcoming;
import egate.biometric.model.FaceThreshold;
import egate.biometric.model.ModelFaultException;
import egate.emrtd.lds.EncodedImage;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Modality;
import egate.report.Reason;
import java.util.Comparator;
import java.util.Optional;

/** Decides whether the frames show the document's holder. */
public final class FaceComparison {
  private static final int TRIES_MAX = 5;
  private static final int SCALE = 1_000;

  private final FaceModels models;
  private final FaceEmbedding reference;
  private final int fmrPerMillion;

  private FaceComparison(FaceModels models, FaceEmbedding reference, int fmrPerMillion) {
    this.models = models;
    this.reference = reference;
    this.fmrPerMillion = fmrPerMillion;
  }

  /**
   * Takes the document's portrait as the reference; empty if no face is found in it.
   *
   * @param fmrPerMillion false match rate that the policy asks for, 1..10,000 per million
   * @throws ImageUnreadableException if the portrait cannot be decoded
   */
  public static Optional<FaceComparison> with(
      FaceModels models, EncodedImage portrait, int fmrPerMillion)
      throws ImageUnreadableException, ModelFaultException {
    // Its own header says its size, as FaceEngine explains.
    var unclaimed = new EncodedImage(portrait.format(), 0, 0, portrait.bytes());
    return models
        .sample(ImageDecoder.decodeColour(unclaimed, ImageLimits.CHIP))
        .map(sample -> new FaceComparison(models, sample.embedding(), fmrPerMillion));
  }

  /** The result of frames that were taken. */
  public ComparisonResult compare(FaceFrames frames) {
    int tries = Math.min(TRIES_MAX, frames.seen());
    Optional<FaceThreshold> threshold = threshold(frames.used());
    Optional<FaceEmbedding> probe = frames.probe();
    if (frames.attackSuspected()) {
      return notEvaluated(Reason.ATTACK_SUSPECTED, tries);
    }
    if (probe.isEmpty()) {
      return notEvaluated(reason(frames), tries);
    }
    // A rate for which the pack has no threshold is a rate that nobody measured.
    return threshold.isEmpty()
        ? notEvaluated(Reason.NO_APPROVED_MODEL, tries)
        : decide(probe.get(), threshold.get(), tries);
  }

  /** The strictest rate in the pack that is no laxer than the policy's, for so many frames. */
  private Optional<FaceThreshold> threshold(int frames) {
    return models.manifest().recogniser().thresholds().stream()
        .filter(each -> each.frames() <= frames && each.fmrPerMillion() <= fmrPerMillion)
        .min(
            Comparator.comparingInt((FaceThreshold each) -> -each.frames())
                .thenComparingInt(each -> -each.fmrPerMillion()));
  }

  private ComparisonResult decide(FaceEmbedding probe, FaceThreshold threshold, int tries) {
    double cosine = reference.cosine(probe);
    boolean match = cosine >= threshold.cosine();
    return new ComparisonResult(
        Modality.FACE,
        match ? Comparison.MATCH : Comparison.NON_MATCH,
        match ? Reason.NONE : Reason.FACE_DIFFERS,
        quantised(cosine),
        quantised(threshold.cosine()),
        tries);
  }

  private static int quantised(double cosine) {
    int whole = (int) Math.round(Math.clamp(cosine, 0, 1) * SCALE);
    return whole - whole % ComparisonResult.SCORE_STEP;
  }

  private static Reason reason(FaceFrames frames) {
    if (frames.latest().isEmpty() || frames.latest().get() == Shortcoming.NO_FACE) {
      return Reason.NO_FACE;
    }
    return frames.latest().get() == Shortcoming.SEVERAL_FACES
        ? Reason.SEVERAL_FACES
        : Reason.QUALITY_TOO_LOW;
  }

  private static ComparisonResult notEvaluated(Reason reason, int tries) {
    return new ComparisonResult(Modality.FACE, Comparison.NOT_EVALUATED, reason, 0, 0, tries);
  }
}
