package egate.simulator.finger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.biometric.GreyImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SyntheticFingerTest {
  private static final Placement ENROLMENT = Placement.enrolment();

  @Test
  void theSameSeedsGiveTheSamePixels() {
    byte[] one = new SyntheticFinger(7).impression(1, ENROLMENT).pixels();
    assertArrayEquals(one, new SyntheticFinger(7).impression(1, ENROLMENT).pixels());
  }

  @Test
  void anotherFingerAndAnotherTouchLookDifferent() {
    byte[] one = new SyntheticFinger(7).impression(1, ENROLMENT).pixels();
    assertFalse(Arrays.equals(one, new SyntheticFinger(8).impression(1, ENROLMENT).pixels()));
    assertFalse(Arrays.equals(one, new SyntheticFinger(7).impression(2, ENROLMENT).pixels()));
  }

  @Test
  void anImpressionHasTheSensorsSizeAndShowsRidges() {
    GreyImage impression = new SyntheticFinger(7).impression(1, ENROLMENT);
    assertEquals(256, impression.width());
    assertEquals(288, impression.height());
    assertTrue(darkPixels(impression) > impression.pixels().length / 4);
  }

  @Test
  void theModulesFourBitsAreMultiplesOfSeventeen() {
    var impression = new SyntheticFinger(7).impression(1, ENROLMENT);
    GreyImage sent = SyntheticFinger.fourBit(impression);
    for (int i = 0; i < sent.pixels().length; i++) {
      assertEquals(0, (sent.pixels()[i] & 0xFF) % 17);
      assertEquals(impression.pixels()[i] & 0xFF, sent.pixels()[i] & 0xFF, 16);
    }
  }

  @Test
  void everyClassOccurs() {
    var drawn = EnumSet.noneOf(FingerClass.class);
    var random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      drawn.add(FingerClass.draw(random));
    }
    assertEquals(EnumSet.allOf(FingerClass.class), drawn);
  }

  private static int darkPixels(GreyImage image) {
    int dark = 0;
    for (byte pixel : image.pixels()) {
      dark += (pixel & 0xFF) < 128 ? 1 : 0;
    }
    return dark;
  }
}
