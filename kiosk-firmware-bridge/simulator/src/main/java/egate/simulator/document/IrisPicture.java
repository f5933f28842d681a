package egate.simulator.document;

import egate.biometric.GreyImage;
import egate.emrtd.lds.EncodedImage;
import java.util.SplittableRandom;

/**
 * A drawing of an eye: a dark pupil, an iris of spokes that the seed gives, a bright white. Nothing
 * compares irises; it fills DG4 with a picture of the right kind and a modest size.
 */
public final class IrisPicture {
  public static final int WIDTH = 160;
  public static final int HEIGHT = 120;

  private static final double PUPIL = 0.12;
  private static final double LIMBUS = 0.4;
  private static final int SPOKES = 48;
  private static final int PUPIL_GREY = 20;
  private static final int WHITE_GREY = 220;
  private static final int IRIS_GREY = 90;
  private static final int SPOKE_GREY = 60;
  private static final double BITS_PER_PIXEL = 1.0;

  private final int[] spokes;

  public IrisPicture(long seed) {
    spokes = new SplittableRandom(seed).ints(SPOKES, 0, SPOKE_GREY).toArray();
  }

  /** In JPEG 2000, which both generations of the format hold. */
  public EncodedImage encoded() {
    byte[] bytes = ImageEncoder.jpeg2000(ImageEncoder.buffered(drawn()), BITS_PER_PIXEL);
    return new EncodedImage(EncodedImage.Format.JPEG_2000, WIDTH, HEIGHT, bytes);
  }

  private GreyImage drawn() {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) grey(i % WIDTH - WIDTH / 2, i / WIDTH - HEIGHT / 2);
    }
    return new GreyImage(WIDTH, HEIGHT, pixels);
  }

  private int grey(int x, int y) {
    double radius = Math.hypot(x, y) / HEIGHT;
    if (radius < PUPIL || radius > LIMBUS) {
      return radius < PUPIL ? PUPIL_GREY : WHITE_GREY;
    }
    double turn = Math.atan2(y, x) / (2 * Math.PI) + 0.5;
    return IRIS_GREY + spokes[(int) (turn * SPOKES) % SPOKES];
  }
}
