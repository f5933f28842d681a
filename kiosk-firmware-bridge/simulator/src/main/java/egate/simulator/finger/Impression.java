package egate.simulator.finger;

import egate.biometric.GreyImage;
import java.util.SplittableRandom;

/** Renders what a sensor sees of a ridge pattern: dark ridges on a light ground. */
final class Impression {
  static final int WIDTH = 256;
  static final int HEIGHT = 288;

  // Half axes of the pad at middling pressure, in px.
  private static final double PAD_WIDTH = 118;
  private static final double PAD_HEIGHT = 152;
  private static final double EDGE_STEEPNESS = 8;
  private static final float EDGE_RAGGEDNESS = 0.6f;
  // Skin stretches by at most this much, in px, differently at each touch.
  private static final float STRETCH = 3;
  // Grey of untouched glass, and how much darker the firmest ridge is.
  private static final float GROUND = 235;
  private static final float INK = 190;
  private static final int SPECKLE = 8;

  private final float[] ridges;
  private final Placement placement;
  private final double cos;
  private final double sin;
  private final double spread;
  private final SmoothField stretchRight;
  private final SmoothField stretchDown;
  private final SmoothField patches;
  private final SmoothField grain;
  private final SmoothField edge;
  private final SplittableRandom dust;

  Impression(RidgePattern pattern, Placement placement, SplittableRandom random) {
    this.ridges = pattern.ridges();
    this.placement = placement;
    cos = Math.cos(Math.toRadians(placement.rotation()));
    sin = Math.sin(Math.toRadians(placement.rotation()));
    spread = 0.85 + 0.3 * placement.pressure();
    stretchRight = new SmoothField(random, WIDTH, HEIGHT, 90);
    stretchDown = new SmoothField(random, WIDTH, HEIGHT, 90);
    patches = new SmoothField(random, WIDTH, HEIGHT, 14);
    grain = new SmoothField(random, WIDTH, HEIGHT, 2.6f);
    edge = new SmoothField(random, WIDTH, HEIGHT, 20);
    dust = random;
  }

  GreyImage render() {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        pixels[y * WIDTH + x] = (byte) Math.clamp((int) grey(x, y), 0, 255);
      }
    }
    return new GreyImage(WIDTH, HEIGHT, pixels);
  }

  private float grey(int x, int y) {
    double fromCentreX = x - WIDTH / 2.0 - placement.right();
    double fromCentreY = y - HEIGHT / 2.0 - placement.down();
    double padX = cos * fromCentreX - sin * fromCentreY;
    double padY = sin * fromCentreX + cos * fromCentreY;
    float touch = touch(padX, padY, edge.at(x, y));
    float speckle = (float) dust.nextInt(-SPECKLE, SPECKLE + 1);
    if (touch <= 0) {
      return GROUND + speckle;
    }
    float ridge =
        ridgeAt(padX + STRETCH * stretchRight.at(x, y), padY + STRETCH * stretchDown.at(x, y));
    return GROUND + speckle - INK * touch * darkness(ridge + wear(x, y));
  }

  // 0 beyond the contact, 1 well inside.
  private float touch(double padX, double padY, float unevenness) {
    double radius = Math.hypot(padX / (PAD_WIDTH * spread), padY / (PAD_HEIGHT * spread));
    double belowLift = 2 * placement.contact() - 1 + padY / PAD_HEIGHT;
    double inside = EDGE_STEEPNESS * Math.min(1 - radius, belowLift) + EDGE_RAGGEDNESS * unevenness;
    return (float) Math.clamp(inside, 0, 1);
  }

  // Dry patches, and grain finer than a ridge.
  private float wear(int x, int y) {
    float noise = (float) placement.noise();
    return noise * (1.1f * patches.at(x, y) + 1.5f * grain.at(x, y));
  }

  // Pressure lowers the height from which skin touches the glass.
  private float darkness(float skin) {
    float pressed = 3 * skin + 3.6f * ((float) placement.pressure() - 0.5f);
    return 0.5f + 0.6f * pressed / (1 + Math.abs(pressed));
  }

  private float ridgeAt(double padX, double padY) {
    double x = Math.clamp(padX + RidgePattern.WIDTH / 2.0, 0, RidgePattern.WIDTH - 2);
    double y = Math.clamp(padY + RidgePattern.HEIGHT / 2.0, 0, RidgePattern.HEIGHT - 2);
    int column = (int) x;
    int row = (int) y;
    int i = row * RidgePattern.WIDTH + column;
    float right = (float) (x - column);
    float down = (float) (y - row);
    float upper = ridges[i] + right * (ridges[i + 1] - ridges[i]);
    int j = i + RidgePattern.WIDTH;
    float lower = ridges[j] + right * (ridges[j + 1] - ridges[j]);
    return upper + down * (lower - upper);
  }
}
