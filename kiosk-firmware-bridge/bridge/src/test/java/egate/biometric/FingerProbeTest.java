package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import egate.report.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FingerProbeTest {
  @Test
  void anEmptySensorGivesNoProbeWorthComparing() throws Exception {
    byte[] glass = new byte[256 * 288];
    Arrays.fill(glass, (byte) 240);
    var probe = new FingerProbe(new GreyImage(256, 288, glass));
    assertEquals(0, probe.quality().areaSquareMillimetres());
    assertFalse(probe.quality().sufficient());

    var reference = FingerReference.of(List.of(new EncodedImage(Format.RAW_GREY, 256, 288, glass)));
    var result =
        new FingerComparator(reference, Threshold.forFalseMatchRate(100))
            .compare(List.of(probe), 1);
    assertEquals(Reason.QUALITY_TOO_LOW, result.reason());
  }

  @Test
  void aSensorsNoiseIsNotTakenForRidges() {
    byte[] noise = new byte[256 * 288];
    var random = new SplittableRandom(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (random.nextBoolean() ? 238 : 255);
    }
    assertEquals(0, area(noise));
  }

  @Test
  void areaIsThePartWithRidges() {
    byte[] striped = new byte[256 * 288];
    for (int i = 0; i < striped.length; i++) {
      boolean ridge = i % 256 < 128 && i / 256 % 8 < 4;
      striped[i] = (byte) (ridge ? 40 : 235);
    }
    // Half of 16 x 18 blocks of 0.66 mm2.
    assertEquals(95, area(striped));
  }

  @Test
  void certaintyIsHighOnlyWhereRidgesShareADirection() {
    byte[] striped = new byte[256 * 288];
    byte[] speckled = new byte[256 * 288];
    var random = new SplittableRandom(2);
    for (int i = 0; i < striped.length; i++) {
      striped[i] = (byte) (i / 256 % 8 < 4 ? 40 : 235);
      speckled[i] = (byte) random.nextInt(256);
    }
    assertEquals(100, FingerQuality.of(new GreyImage(256, 288, striped), 30).certaintyPercent());
    var noise = FingerQuality.of(new GreyImage(256, 288, speckled), 30);
    assertTrue(noise.certaintyPercent() < 15, "certainty " + noise.certaintyPercent());
    assertFalse(noise.sufficient());
  }

  private static int area(byte[] pixels) {
    return FingerQuality.of(new GreyImage(256, 288, pixels), 0).areaSquareMillimetres();
  }

  @Test
  void aReferenceNeedsOneReadableImage() {
    var damaged = SampleImages.encoded(Format.PNG, new byte[40]);
    assertThrows(ImageUnreadableException.class, () -> FingerReference.of(List.of(damaged)));
    assertThrows(ImageUnreadableException.class, () -> FingerReference.of(List.of()));
  }
}
