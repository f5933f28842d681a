package egate.biometric;

import static egate.biometric.SampleImages.HEIGHT;
import static egate.biometric.SampleImages.WIDTH;
import static egate.biometric.SampleImages.encoded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
  // BT.601 luma of 0x33, 0x66, 0x99.
  private static final int BLUISH = 0x336699;
  private static final int LUMA_OF_BLUISH = 93;

  @Test
  void greyValuesOfLosslessFormatsAreExact() throws Exception {
    assertSlope(Format.PNG, SampleImages.png(SampleImages.grey()), 0);
    assertSlope(Format.JPEG_2000, SampleImages.jpeg2000(SampleImages.grey(), false), 0);
    assertSlope(Format.JPEG_2000, SampleImages.jpeg2000(SampleImages.grey(), true), 0);
  }

  @Test
  void greyValuesOfJpegAreNear() throws Exception {
    assertSlope(Format.JPEG, SampleImages.jpeg(SampleImages.grey(), false), 3);
    assertSlope(Format.JPEG, SampleImages.jpeg(SampleImages.grey(), true), 3);
  }

  @Test
  void colourBecomesLuma() throws Exception {
    var colour = SampleImages.colour(BLUISH);
    assertEven(Format.PNG, SampleImages.png(colour));
    assertEven(Format.JPEG, SampleImages.jpeg(colour, false));
    assertEven(Format.JPEG_2000, SampleImages.jpeg2000(colour, false));
  }

  @Test
  void rawGreyIsTakenAsItIs() throws Exception {
    var raw = new EncodedImage(Format.RAW_GREY, 3, 1, new byte[] {1, 2, 3});
    assertEquals(3, ImageDecoder.decode(raw).pixels()[2]);
  }

  @Test
  void whatTheDecoderThrowsIsOneException() {
    var onlyAHeader = encoded(Format.WSQ, SampleImages.wsqHeader());
    var refusal =
        assertThrows(ImageUnreadableException.class, () -> ImageDecoder.decode(onlyAHeader));
    assertEquals("image: the decoder gave up", refusal.getMessage());
  }

  private static void assertSlope(Format format, byte[] bytes, int tolerance) throws Exception {
    GreyImage image = ImageDecoder.decode(new EncodedImage(format, WIDTH, HEIGHT, bytes));
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int expected = SampleImages.greyAt(i % WIDTH, i / WIDTH);
      assertEquals(expected, image.pixels()[i] & 0xFF, tolerance);
    }
  }

  private static void assertEven(Format format, byte[] bytes) throws Exception {
    for (byte pixel : ImageDecoder.decode(encoded(format, bytes)).pixels()) {
      assertEquals(LUMA_OF_BLUISH, pixel & 0xFF, 2);
    }
  }
}
