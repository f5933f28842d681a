package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.report.Comparison;
import egate.report.Modality;
import egate.report.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaceComparatorTest {
  private static final byte[] PICTURE = SampleImages.jpeg(SampleImages.colour(0x336699), false);

  @Test
  void saysThatNoModelIsApproved() {
    var result = FaceComparator.compare(PICTURE, 1);
    assertEquals(Modality.FACE, result.modality());
    assertEquals(Comparison.NOT_EVALUATED, result.comparison());
    assertEquals(Reason.NO_APPROVED_MODEL, result.reason());
  }

  @Test
  void aPictureCutShortIsNoPicture() {
    byte[] half = Arrays.copyOf(PICTURE, PICTURE.length / 2);
    assertEquals(Reason.QUALITY_TOO_LOW, FaceComparator.compare(half, 1).reason());
  }
}
