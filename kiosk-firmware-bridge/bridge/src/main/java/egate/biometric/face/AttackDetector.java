package egate.biometric.face;

import egate.biometric.ColourImage;
import egate.biometric.model.AttackModel;
import egate.biometric.model.ModelFaultException;
import egate.biometric.model.ModelPack;
import egate.biometric.model.OnnxModel;
import egate.biometric.model.PackException;
import java.util.List;

/**
 * Tells a living face from a picture of one (presentation attack detection, ISO/IEC 30107). It is
 * asked before any comparison, and its answer is never mixed with a comparison score.
 */
final class AttackDetector implements AutoCloseable {
  private final AttackModel model;
  private final OnnxModel onnx;

  AttackDetector(ModelPack pack, AttackModel model) throws PackException {
    this.model = model;
    this.onnx = pack.start(model.file());
  }

  /** How likely this is a living face, 0..1. */
  double bonaFide(ColourImage image, DetectedFace face) throws ModelFaultException {
    ColourImage crop = surroundings(image, face);
    float[] planes = model.pixels().planes(crop, model.side(), model.side());
    long[] shape = {1, 3, model.side(), model.side()};
    float[] logits = onnx.run(model.input(), shape, planes, List.of(model.output())).getFirst();
    if (logits.length != model.classes()) {
      throw new ModelFaultException(model.file().name());
    }
    return probability(logits, model.bonaFideClass());
  }

  /** The box enlarged about its centre, shifted and if need be shrunk into the image. */
  private ColourImage surroundings(ColourImage image, DetectedFace face) {
    double most =
        Math.min((image.width() - 1) / face.width(), (image.height() - 1) / face.height());
    double scale = Math.min(model.cropScale(), most);
    double width = face.width() * scale;
    double height = face.height() * scale;
    double left = within(face.left() + (face.width() - width) / 2, image.width() - width);
    double top = within(face.top() + (face.height() - height) / 2, image.height() - height);
    ColourImage source = image;
    while (width >= 4 * model.side() && height >= 4 * model.side()) {
      source = source.halved();
      left /= 2;
      top /= 2;
      width /= 2;
      height /= 2;
    }
    return Resampling.stretched(source, left, top, width, height, model.side(), model.side());
  }

  private static double within(double start, double most) {
    return Math.max(0, Math.min(start, most));
  }

  private static double probability(float[] logits, int wanted) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - logits[wanted]);
    }
    return 1 / sum;
  }

  @Override
  public void close() {
    onnx.close();
  }
}
