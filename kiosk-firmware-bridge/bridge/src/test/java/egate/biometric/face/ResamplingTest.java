package egate.biometric.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import egate.biometric.ColourImage;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  private static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

  @Test
  void nothingMovesUnderTheIdentity() {
    ColourImage image = slope(8, 8);
    assertArrayEquals(image.samples(), Resampling.square(image, IDENTITY, 8).samples());
  }

  @Test
  void aShiftByHalfAPixelMixesTwo() {
    ColourImage shifted = Resampling.square(slope(8, 8), new Similarity(1, 0, 0.5, 0), 8);
    // From 0.5 pixels further left: the mean of 3 and 4 columns, 10 a column.
    assertEquals(35, shifted.sample(4, 2, 0) - 2 * 2);
    // The first column is half outside, where it is black.
    assertEquals(2, shifted.sample(0, 2, 0));
  }

  @Test
  void outsideTheImageIsBlack() {
    ColourImage square = Resampling.square(slope(8, 8), IDENTITY, 16);
    assertEquals(0, square.sample(12, 3, 1));
    assertEquals(0, square.sample(3, 12, 2));
  }

  @Test
  void aLargeFaceIsAveragedAndNotThinnedOut() {
    byte[] samples = new byte[3 * 64 * 64];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i / 3 % 2 == 0 ? 0 : 200);
    }
    var stripes = new ColourImage(64, 64, samples);
    ColourImage small = Resampling.square(stripes, new Similarity(0.25, 0, 0, 0), 16);
    assertEquals(100, small.sample(7, 7, 0));
  }

  @Test
  void aFittedImageKeepsItsShape() {
    ColourImage image = slope(100, 60);
    assertSame(image, Resampling.fitted(image, 100));
    ColourImage half = Resampling.fitted(image, 50);
    assertEquals(50, half.width());
    assertEquals(30, half.height());
    ColourImage larger = Resampling.fitted(slope(10, 4), 30);
    assertEquals(30, larger.width());
    assertEquals(12, larger.height());
  }

  /** 10 a column and 2 a row, in each channel. */
  private static ColourImage slope(int width, int height) {
    byte[] samples = new byte[3 * width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (10 * (i / 3 % width) + 2 * (i / 3 / width));
    }
    return new ColourImage(width, height, samples);
  }
}
