package egate.biometric.face;

import egate.biometric.ColourImage;
import egate.biometric.face.FaceQuality.Shortcoming;
import egate.biometric.model.AttackModel;
import egate.biometric.model.ModelFaultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The frames of one presentation: each is looked at for an attack first, then for its quality; the
 * best three make the probe. Personal data: it has no string form.
 */
public final class FaceFrames {
  static final int WANTED = 3;

  private final FaceModels models;
  private final List<FaceSample> good = new ArrayList<>();
  private Optional<Shortcoming> latest = Optional.empty();
  private int seen;
  private boolean attackSuspected;

  public FaceFrames(FaceModels models) {
    this.models = models;
  }

  /** Takes a frame. */
  public void add(ColourImage frame) throws ModelFaultException {
    seen++;
    Optional<FaceSample> sample = models.sample(frame);
    latest =
        sample.isPresent()
            ? sample.get().quality().shortcoming()
            : Optional.of(Shortcoming.NO_FACE);
    if (latest.isEmpty()) {
      attackSuspected |= isAttack(frame);
      good.add(sample.get());
    }
  }

  /** An advisory detector only reports; nothing is decided by it. */
  private boolean isAttack(ColourImage frame) throws ModelFaultException {
    Optional<AttackModel> model = models.manifest().attackDetector();
    if (model.isEmpty() || model.get().advisory()) {
      return false;
    }
    OptionalDouble bonaFide = models.bonaFide(frame);
    return bonaFide.isEmpty() || bonaFide.getAsDouble() < model.get().threshold();
  }

  /** What was wrong with the latest frame; empty if nothing was. */
  public Optional<Shortcoming> latest() {
    return latest;
  }

  public boolean enough() {
    return good.size() >= WANTED || attackSuspected;
  }

  public boolean attackSuspected() {
    return attackSuspected;
  }

  /** Frames taken, good or not. */
  public int seen() {
    return seen;
  }

  /** Frames in the probe, 0..3. */
  public int used() {
    return Math.min(WANTED, good.size());
  }

  /** The mean of the best frames; empty if none was good. */
  public Optional<FaceEmbedding> probe() {
    List<FaceEmbedding> best =
        good.stream()
            .sorted(Comparator.comparingInt((FaceSample each) -> -each.quality().value()))
            .limit(WANTED)
            .map(FaceSample::embedding)
            .toList();
    return best.isEmpty() ? Optional.empty() : Optional.of(FaceEmbedding.mean(best));
  }

  @Override
  public String toString() {
    return "FaceFrames";
  }
}
