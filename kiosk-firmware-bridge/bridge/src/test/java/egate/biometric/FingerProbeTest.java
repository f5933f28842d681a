package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    assertEquals(0, probe.quality().foregroundPercent());
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
    assertEquals(0, FingerQuality.foregroundPercent(new GreyImage(256, 288, noise)));
  }

  @Test
  void foregroundIsThePartWithRidges() {
    byte[] striped = new byte[256 * 288];
    for (int i = 0; i < striped.length; i++) {
      boolean ridge = i % 256 < 128 && i / 256 % 8 < 4;
      striped[i] = (byte) (ridge ? 40 : 235);
    }
    assertEquals(50, FingerQuality.foregroundPercent(new GreyImage(256, 288, striped)));
  }

  @Test
  void aReferenceNeedsOneReadableImage() {
    var damaged = SampleImages.encoded(Format.PNG, new byte[40]);
    assertThrows(ImageUnreadableException.class, () -> FingerReference.of(List.of(damaged)));
    assertThrows(ImageUnreadableException.class, () -> FingerReference.of(List.of()));
  }
}
