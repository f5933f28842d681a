package egate.biometric.model;

/**
 * A face detector of the YuNet kind: anchor-free, three strides, five landmarks.
 *
 * @param input name of the input
 * @param outputs names of the outputs, where {@code %s} stands for the stride
 * @param scoreMin detections below it are not faces, 0..1
 * @param overlapMax of two that overlap more (intersection over union) the weaker is left out, 0..1
 */
public record DetectorModel(
    ModelFile file,
    String input,
    Pixels pixels,
    Outputs outputs,
    double scoreMin,
    double overlapMax) {

  /** Templates of the outputs' names. */
  public record Outputs(String face, String object, String box, String landmarks) {}
}
