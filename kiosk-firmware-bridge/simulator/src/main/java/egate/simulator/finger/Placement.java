package egate.simulator.finger;

import java.util.SplittableRandom;

/**
 * How a finger lies on the sensor.
 *
 * @param rotation degrees anticlockwise, -180 to 180
 * @param right px at 500 dpi by which the finger lies to the right of the sensor's centre
 * @param down likewise downward
 * @param pressure 0 (a touch: thin ridges, small contact) to 1 (ridges run together)
 * @param contact part of the finger's pad that touches, 0 to 1; the rest is lifted, tip first
 * @param noise 0 (ideal skin) to 1 (dry, dirty)
 */
public record Placement(
    double rotation, double right, double down, double pressure, double contact, double noise) {

  // Found by trial, see hurried.
  private static final double HASTE = 2;

  /** As an enrolment station takes care to have it. */
  public static Placement enrolment() {
    return new Placement(0, 0, 0, 0.5, 1, 0.1);
  }

  /** As most people put it down. */
  public static Placement ordinary(SplittableRandom random) {
    return new Placement(
        random.nextDouble(-14, 14),
        random.nextDouble(-18, 18),
        random.nextDouble(-22, 22),
        random.nextDouble(0.3, 0.7),
        random.nextDouble(0.85, 1),
        random.nextDouble(0.3, 0.6));
  }

  /**
   * As people in a hurry put it down: mostly well, now and then badly. With a threshold for a false
   * match rate of 0.1 %, about one such touch in six does not match, as on 90 fingers of the
   * Fingerprint Verification Competition (13 to 20 %).
   *
   * @param skin 0 (supple) to 1 (dry, worn), which stays with a finger
   */
  public static Placement hurried(SplittableRandom random, double skin) {
    double haste = HASTE * Math.pow(random.nextDouble(), 2);
    double lifted = Math.abs(normal(random)) * (0.05 + 0.25 * haste);
    double worn = 0.3 + 0.35 * skin + 0.35 * haste + 0.1 * normal(random);
    return new Placement(
        normal(random) * (8 + 18 * haste),
        normal(random) * (10 + 45 * haste),
        normal(random) * (12 + 55 * haste),
        Math.clamp(0.5 + normal(random) * (0.1 + 0.25 * haste), 0.02, 0.98),
        Math.clamp(1 - lifted, 0.3, 1),
        Math.clamp(worn, 0.1, 1));
  }

  // Beyond this many standard deviations a finger would miss the sensor.
  private static double normal(SplittableRandom random) {
    return Math.clamp(random.nextGaussian(), -2.2, 2.2);
  }

  /**
   * Too little of the finger, and that smeared. Of 200 fingers none passed the gate's quality check
   * and none scored above 28.
   */
  public static Placement bad(SplittableRandom random) {
    double side = random.nextBoolean() ? 1 : -1;
    return new Placement(
        random.nextDouble(-30, 30),
        side * random.nextDouble(95, 105),
        random.nextDouble(100, 112),
        random.nextDouble(0.05, 0.15),
        random.nextDouble(0.5, 0.6),
        random.nextDouble(0.9, 1));
  }
}
