package egate.simulator.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.biometric.ImageDecoder;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FacePictureTest {
  @Test
  void theSameSeedDrawsTheSameFace() {
    assertArrayEquals(new FacePicture(7).jpeg(0.9), new FacePicture(7).jpeg(0.9));
  }

  @Test
  void anotherSeedDrawsAnotherFace() {
    assertFalse(Arrays.equals(new FacePicture(7).jpeg2000(), new FacePicture(8).jpeg2000()));
  }

  @Test
  void picturesFitAPassportChip() {
    assertTrue(new FacePicture(7).jpeg2000().length < 16_000);
    assertTrue(new FacePicture(7).jpeg(0.9).length < 16_000);
  }

  @Test
  void theGatesDecoderReadsThem() throws Exception {
    var face = new FacePicture(7);
    assertEquals(240, ImageDecoder.decode(portrait(Format.JPEG_2000, face.jpeg2000())).width());
    assertEquals(320, ImageDecoder.decode(portrait(Format.JPEG, face.jpeg(0.9))).height());
  }

  @Test
  void eachFormatBeginsWithItsSignature() {
    byte[] jpeg = new FacePicture(7).jpeg(0.9);
    assertEquals(0xFFD8, (jpeg[0] & 0xFF) << 8 | (jpeg[1] & 0xFF));
    byte[] jp2 = new FacePicture(7).jpeg2000();
    assertArrayEquals(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' '}, Arrays.copyOf(jp2, 8));
  }

  private static EncodedImage portrait(Format format, byte[] bytes) {
    return new EncodedImage(format, FacePicture.WIDTH, FacePicture.HEIGHT, bytes);
  }
}
