package egate.simulator.finger;

import egate.biometric.GreyImage;
import java.util.SplittableRandom;

/** A finger that nobody has. The same seed gives the same ridges. */
public final class SyntheticFinger {
  /** The sensor's window in px at 500 dpi. */
  public static final int WIDTH = Impression.WIDTH;

  public static final int HEIGHT = Impression.HEIGHT;

  private final FingerClass fingerClass;
  private final RidgePattern pattern;

  public SyntheticFinger(long seed) {
    var random = new SplittableRandom(seed);
    fingerClass = FingerClass.draw(random);
    pattern = RidgePattern.grow(new RidgeFlow(fingerClass, random), random);
  }

  public FingerClass fingerClass() {
    return fingerClass;
  }

  /**
   * What a sensor of {@link #WIDTH} x {@link #HEIGHT} px sees, eight bits a pixel.
   *
   * @param seed of skin, dirt and stretch, which differ at every touch
   */
  public GreyImage impression(long seed, Placement placement) {
    return new Impression(pattern, placement, new SplittableRandom(seed)).render();
  }

  /**
   * The same image as the ZFM module sends it: 4 bits a pixel, each value a multiple of 17, so that
   * white stays white.
   */
  public static GreyImage fourBit(GreyImage image) {
    byte[] coarse = new byte[image.pixels().length];
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = (byte) (((image.pixels()[i] & 0xFF) >> 4) * 17);
    }
    return new GreyImage(image.width(), image.height(), coarse);
  }
}
