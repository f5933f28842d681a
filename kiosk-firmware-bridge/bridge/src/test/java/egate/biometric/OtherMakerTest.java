package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.emrtd.lds.EncodedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A comparator of another maker fits behind the one interface that all commands use. */
class OtherMakerTest {
  /** Knows fingers by their mean grey. */
  private static final class MeanGrey implements ComparisonEngine<Double> {
    @Override
    public Sample<Double> extract(List<EncodedImage> images) throws ImageUnreadableException {
      GreyImage image = ImageDecoder.decode(images.getFirst());
      double sum = 0;
      for (byte pixel : image.pixels()) {
        sum += pixel & 0xFF;
      }
      return Sample.of(sum / image.pixels().length, 50, Optional.empty());
    }

    @Override
    public ToDoubleFunction<Double> against(Double reference) {
      return probe -> 100 - Math.abs(reference - probe);
    }
  }

  @Test
  void itsFeaturesAndScoresAreItsOwn() throws Exception {
    ComparisonEngine<Double> engine = new MeanGrey();
    Double dark = engine.extract(List.of(even(20))).features().orElseThrow();
    Double light = engine.extract(List.of(even(90))).features().orElseThrow();
    assertEquals(100, engine.against(dark).applyAsDouble(dark));
    assertEquals(30, engine.against(dark).applyAsDouble(light));
  }

  private static EncodedImage even(int grey) {
    return new EncodedImage(
        EncodedImage.Format.RAW_GREY, 2, 1, new byte[] {(byte) grey, (byte) grey});
  }
}
