package egate.biometric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.biometric.ColourImage;
import egate.biometric.model.Pixels.Order;
import egate.biometric.model.Pixels.Triple;
import org.junit.jupiter.api.Test;

class PixelsTest {
  @Test
  void imageNetsMeanAndDeviationAreTakenChannelByChannel() {
    var pixels =
        new Pixels(
            Order.RGB, 255, new Triple(0.485, 0.456, 0.406), new Triple(0.229, 0.224, 0.225));
    var image = new ColourImage(1, 1, new byte[] {(byte) 255, (byte) 128, 0});
    // (1 - 0.485) / 0.229, (128/255 - 0.456) / 0.224, -0.406 / 0.225
    assertArrayEquals(
        new float[] {2.248908f, 0.205182f, -1.804444f}, pixels.planes(image, 1, 1), 1e-5f);
  }

  @Test
  void planesFollowOneAnotherInTheOrderAskedFor() {
    var pixels = new Pixels(Order.BGR, 1, new Triple(0, 0, 0), new Triple(1, 1, 1));
    var image = new ColourImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6});
    float[] padded = pixels.planes(image, 3, 2);
    assertEquals(18, padded.length);
    assertArrayEquals(
        new float[] {3, 6, 0, 0, 0, 0, 2, 5, 0, 0, 0, 0, 1, 4, 0, 0, 0, 0}, padded, 0);
  }
}
