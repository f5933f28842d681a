package egate.biometric.face;

import egate.biometric.ColourImage;
import egate.biometric.model.ModelFaultException;
import egate.biometric.model.ModelPack;
import egate.biometric.model.OnnxModel;
import egate.biometric.model.PackException;
import egate.biometric.model.RecogniserModel;
import java.util.List;

/** Aligns a face and makes a vector of it. */
final class FaceEncoder implements AutoCloseable {
  private final RecogniserModel model;
  private final OnnxModel onnx;

  FaceEncoder(ModelPack pack) throws PackException {
    model = pack.manifest().recogniser();
    onnx = pack.start(model.file());
  }

  /** The face turned, scaled and cut so that its landmarks lie where the model wants them. */
  ColourImage aligned(ColourImage image, Landmarks landmarks) {
    Similarity there = Similarity.leastSquares(landmarks.places(), model.landmarks());
    return Resampling.square(image, there, model.side());
  }

  FaceEmbedding embedding(ColourImage aligned) throws ModelFaultException {
    float[] planes = model.pixels().planes(aligned, model.side(), model.side());
    long[] shape = {1, 3, model.side(), model.side()};
    float[] vector = onnx.run(model.input(), shape, planes, List.of(model.output())).getFirst();
    if (vector.length != model.dimensions()) {
      throw new ModelFaultException(model.file().name());
    }
    try {
      return new FaceEmbedding(vector);
    } catch (IllegalArgumentException e) {
      throw new ModelFaultException(model.file().name());
    }
  }

  @Override
  public void close() {
    onnx.close();
  }
}
