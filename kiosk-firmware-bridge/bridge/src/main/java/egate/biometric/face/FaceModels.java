package egate.biometric.face;

import egate.biometric.ColourImage;
import egate.biometric.model.AttackModel;
import egate.biometric.model.Manifest;
import egate.biometric.model.ModelFaultException;
import egate.biometric.model.ModelPack;
import egate.biometric.model.PackException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The models of one pack, started. Threads may share them. */
public final class FaceModels implements AutoCloseable {
  private final Manifest manifest;
  private final FaceDetector detector;
  private final FaceEncoder encoder;
  private final @Nullable AttackDetector attacks;

  /** Starts every model of a pack. */
  public FaceModels(ModelPack pack) throws PackException {
    manifest = pack.manifest();
    detector = new FaceDetector(pack);
    encoder = new FaceEncoder(pack);
    Optional<AttackModel> attack = manifest.attackDetector();
    attacks = attack.isPresent() ? new AttackDetector(pack, attack.get()) : null;
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * The most prominent face of an image; none if none is found.
   *
   * @throws ModelFaultException if a model does not do what the manifest says
   */
  public Optional<FaceSample> sample(ColourImage image) throws ModelFaultException {
    List<DetectedFace> faces = detector.detect(image);
    Optional<DetectedFace> face = mostProminent(faces, image);
    if (face.isEmpty()) {
      return Optional.empty();
    }
    ColourImage aligned = encoder.aligned(image, face.get().landmarks());
    FaceQuality quality = FaceQuality.of(faces.size(), face.get(), aligned);
    return Optional.of(new FaceSample(encoder.embedding(aligned), quality));
  }

  /**
   * How likely the most prominent face is a living one, 0..1: a step of its own, of a frame from a
   * camera and never of a document's portrait. Empty without a face or without such a model.
   */
  public OptionalDouble bonaFide(ColourImage frame) throws ModelFaultException {
    Optional<DetectedFace> face = mostProminent(detector.detect(frame), frame);
    return face.isEmpty() || attacks == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(attacks.bonaFide(frame, face.get()));
  }

  /** Large and near the middle: whom the picture was taken of. */
  private static Optional<DetectedFace> mostProminent(List<DetectedFace> faces, ColourImage image) {
    double x = image.width() / 2.0;
    double y = image.height() / 2.0;
    return faces.stream()
        .max(Comparator.comparingDouble(face -> face.area() - 2 * face.awayFrom(x, y)));
  }

  @Override
  public void close() {
    detector.close();
    encoder.close();
    if (attacks != null) {
      attacks.close();
    }
  }
}
