package egate.biometric;

import static egate.biometric.SampleImages.HEIGHT;
import static egate.biometric.SampleImages.WIDTH;
import static egate.biometric.SampleImages.encoded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
  // BT.601 luma of 0x33, 0x66, 0x99.
  private static final int BLUISH = 0x336699;
  private static final int LUMA_OF_BLUISH = 93;

  @Test
  void greyValuesOfLosslessFormatsAreExact() throws Exception {
    assertSlope(Format.PNG, SampleImages.png(SampleImages.grey()), 0);
    assertSlope(Format.TIFF, SampleImages.tiff(SampleImages.grey()), 0);
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
    assertEven(Format.TIFF, SampleImages.tiff(colour));
    assertEven(Format.JPEG, SampleImages.jpeg(colour, false));
    assertEven(Format.JPEG_2000, SampleImages.jpeg2000(colour, false));
  }

  @Test
  void samplesOfOtherDepthsBecomeEightBits() throws Exception {
    var deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
    var palette = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, inverted());
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int grey = SampleImages.greyAt(i % WIDTH, i / WIDTH);
      deep.getRaster().setSample(i % WIDTH, i / WIDTH, 0, grey << 8 | 0x55);
      palette.getRaster().setSample(i % WIDTH, i / WIDTH, 0, 255 - grey);
    }
    assertSlope(Format.PNG, SampleImages.png(deep), 0);
    assertSlope(Format.TIFF, SampleImages.tiff(deep), 0);
    assertSlope(Format.PNG, SampleImages.png(palette), 0);
    assertSlope(Format.TIFF, SampleImages.tiff(palette), 0);
  }

  @Test
  void aTiffWhoseZeroIsWhiteIsTurnedRound() throws Exception {
    assertEquals(255 - 17, ImageDecoder.decode(tiffOfOnePixel(0, 17)).pixels()[0] & 0xFF);
    assertEquals(17, ImageDecoder.decode(tiffOfOnePixel(1, 17)).pixels()[0] & 0xFF);
  }

  @Test
  void coloursKeepTheirChannels() throws Exception {
    byte[] png = SampleImages.png(SampleImages.colour(0x336699));
    ColourImage image = ImageDecoder.decodeColour(encoded(Format.PNG, png), ImageLimits.CHIP);
    assertEquals(0x33, image.sample(1, 2, 0));
    assertEquals(0x66, image.sample(1, 2, 1));
    assertEquals(0x99, image.sample(1, 2, 2));
    byte[] grey = SampleImages.png(SampleImages.grey());
    image = ImageDecoder.decodeColour(encoded(Format.PNG, grey), ImageLimits.CHIP);
    for (int channel = 0; channel < 3; channel++) {
      assertEquals(SampleImages.greyAt(1, 2), image.sample(1, 2, channel));
    }
  }

  private static IndexColorModel inverted() {
    byte[] grey = new byte[256];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (255 - i);
    }
    return new IndexColorModel(8, 256, grey, grey, grey);
  }

  /** A baseline TIFF made by hand. */
  private static EncodedImage tiffOfOnePixel(int photometric, int value) {
    int[][] entries = {
      {256, 1},
      {257, 1},
      {258, 8},
      {259, 1},
      {262, photometric},
      {273, 122},
      {277, 1},
      {278, 1},
      {279, 1}
    };
    ByteBuffer tiff = ByteBuffer.allocate(123).put((byte) 'M').put((byte) 'M').putShort((short) 42);
    tiff.putInt(8).putShort((short) entries.length);
    for (int[] entry : entries) {
      tiff.putShort((short) entry[0]).putShort((short) 3).putInt(1);
      tiff.putShort((short) entry[1]).putShort((short) 0);
    }
    tiff.putInt(0).put(122, (byte) value);
    return encoded(Format.TIFF, tiff.array());
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
