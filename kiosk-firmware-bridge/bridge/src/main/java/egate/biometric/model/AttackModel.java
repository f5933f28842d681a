package egate.biometric.model;

/**
 * A detector of presentation attacks (ISO/IEC 30107-1): the surroundings of a face become one logit
 * for each class.
 *
 * @param side columns and rows of its input
 * @param cropScale how much wider and higher than the face's box the crop is
 * @param bonaFideClass which of the classes is a living face
 * @param classes number of classes
 * @param threshold probability of that class from which it is believed, 0..1
 * @param advisory whether it only reports, because no evidence on attacks supports it
 */
public record AttackModel(
    ModelFile file,
    String input,
    Pixels pixels,
    int side,
    double cropScale,
    String output,
    int classes,
    int bonaFideClass,
    double threshold,
    boolean advisory) {
  public AttackModel {
    if (bonaFideClass < 0 || bonaFideClass >= classes) {
      throw new IllegalArgumentException("class " + bonaFideClass + " of " + classes);
    }
  }
}
