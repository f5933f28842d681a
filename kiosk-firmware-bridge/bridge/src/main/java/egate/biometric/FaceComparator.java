package egate.biometric;

import egate.emrtd.lds.EncodedImage;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Modality;
import egate.report.Reason;

/**
 * Stands where faces will be compared. No model is approved and none is built in, so it compares
 * nothing: the only thing it learns of the camera's picture is whether its header is sound. Its
 * result is never a match and must not be read as one.
 */
public final class FaceComparator {
  private FaceComparator() {}

  /**
   * Always not evaluated: {@link Reason#QUALITY_TOO_LOW} if the picture is not a readable JPEG,
   * else {@link Reason#NO_APPROVED_MODEL}.
   *
   * @param picture a JPEG as the camera sent it
   * @param tries pictures taken, 0..5
   */
  public static ComparisonResult compare(byte[] picture, int tries) {
    Reason reason = isSound(picture) ? Reason.NO_APPROVED_MODEL : Reason.QUALITY_TOO_LOW;
    return notEvaluated(reason, tries);
  }

  /** The result where there was no picture. */
  public static ComparisonResult notEvaluated(Reason reason, int tries) {
    return new ComparisonResult(Modality.FACE, Comparison.NOT_EVALUATED, reason, 0, 0, tries);
  }

  private static boolean isSound(byte[] picture) {
    try {
      ImageDecoder.checkHeader(new EncodedImage(EncodedImage.Format.JPEG, 0, 0, picture));
      return true;
    } catch (ImageUnreadableException e) {
      return false;
    }
  }
}
