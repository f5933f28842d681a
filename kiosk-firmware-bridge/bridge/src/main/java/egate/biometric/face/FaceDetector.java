package egate.biometric.face;

import egate.biometric.ColourImage;
import egate.biometric.model.DetectorModel;
import egate.biometric.model.ModelFaultException;
import egate.biometric.model.ModelPack;
import egate.biometric.model.OnnxModel;
import egate.biometric.model.PackException;
import java.util.ArrayList;
import java.util.List;

/** Finds faces and their landmarks. */
final class FaceDetector implements AutoCloseable {
  /** Larger images are made smaller first: faces of a gate or a passport stay large enough. */
  private static final int SIDE_MAX = 640;

  /** Very large faces are found in a small image, very small ones in an enlarged one. */
  private static final int SECOND_SIDE = 256;

  private static final int MULTIPLE = 32;

  private final DetectorModel model;
  private final OnnxModel onnx;
  private final List<String> outputs = new ArrayList<>();

  FaceDetector(ModelPack pack) throws PackException {
    model = pack.manifest().detector();
    onnx = pack.start(model.file());
    for (int stride : YunetDecoder.STRIDES) {
      for (String name :
          List.of(
              model.outputs().face(),
              model.outputs().object(),
              model.outputs().box(),
              model.outputs().landmarks())) {
        outputs.add(name.replace("%s", Integer.toString(stride)));
      }
    }
  }

  /** The faces, the surest first; none if none is found at either of two sizes. */
  List<DetectedFace> detect(ColourImage image) throws ModelFaultException {
    int side = Math.max(image.width(), image.height());
    List<DetectedFace> faces = detectWithin(image, Math.min(side, SIDE_MAX));
    return faces.isEmpty() && side != SECOND_SIDE ? detectWithin(image, SECOND_SIDE) : faces;
  }

  private List<DetectedFace> detectWithin(ColourImage image, int side) throws ModelFaultException {
    double factor = (double) Math.max(image.width(), image.height()) / side;
    ColourImage fitted = Resampling.fitted(image, side);
    List<DetectedFace> faces = detectAsIs(fitted);
    return factor == 1 ? faces : faces.stream().map(face -> face.enlarged(factor)).toList();
  }

  private List<DetectedFace> detectAsIs(ColourImage image) throws ModelFaultException {
    int width = padded(image.width());
    int height = padded(image.height());
    float[] planes = model.pixels().planes(image, width, height);
    List<float[]> results =
        onnx.run(model.input(), new long[] {1, 3, height, width}, planes, outputs);
    var decoder = new YunetDecoder(width, model.scoreMin());
    for (int i = 0; i < YunetDecoder.STRIDES.length; i++) {
      int stride = YunetDecoder.STRIDES[i];
      requireCells(results.subList(4 * i, 4 * i + 4), (width / stride) * (height / stride));
      decoder.add(
          stride,
          results.get(4 * i),
          results.get(4 * i + 1),
          results.get(4 * i + 2),
          results.get(4 * i + 3));
    }
    return decoder.faces(model.overlapMax());
  }

  private void requireCells(List<float[]> stride, int cells) throws ModelFaultException {
    int[] numbers = {1, 1, 4, 10};
    for (int i = 0; i < numbers.length; i++) {
      if (stride.get(i).length != cells * numbers[i]) {
        throw new ModelFaultException(model.file().name());
      }
    }
  }

  private static int padded(int side) {
    return (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
  }

  @Override
  public void close() {
    onnx.close();
  }
}
