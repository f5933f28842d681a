package egate.simulator.finger;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The direction of ridges at each place of a finger: Sherlock and Monro's zero-pole model of cores
 * and deltas, SFinGe's formula for arches, and a slow random bend that makes fingers of a class
 * differ.
 *
 * <p>Places are in px at 500 dpi from the pattern's upper left corner. Angles are in radians,
 * anticlockwise from the horizontal, and mean the same modulo pi.
 */
final class RidgeFlow {
  private static final double BEND = 0.36;
  private static final float BEND_CELL = 60;

  private final List<Singularity> cores;
  private final List<Singularity> deltas;
  private final double archHeight;
  private final double archLevel;
  private final SmoothField bend;

  RidgeFlow(FingerClass fingerClass, SplittableRandom random) {
    cores = cores(fingerClass, random);
    deltas = deltas(fingerClass, random);
    cores.forEach(core -> core.openToward(-turnsOfOthers(core)));
    archHeight = random.nextDouble(1, 1.7);
    archLevel = random.nextDouble(0.5, 0.6);
    bend = new SmoothField(random, RidgePattern.WIDTH, RidgePattern.HEIGHT, BEND_CELL);
  }

  double angleAt(int x, int y) {
    double flow = cores.isEmpty() ? arch(x, y) : zerosAndPoles(x, y);
    return flow + BEND * bend.at(x, y);
  }

  private double arch(int x, int y) {
    double across = (double) x / RidgePattern.WIDTH;
    double fromLevel = ((double) y / RidgePattern.HEIGHT - archLevel) / 0.3;
    double steepness = archHeight * Math.exp(-fromLevel * fromLevel);
    return Math.atan(steepness * Math.cos(Math.PI * across));
  }

  private double zerosAndPoles(int x, int y) {
    double turns = 0;
    for (Singularity core : cores) {
      turns += core.turn(x, y);
    }
    for (Singularity delta : deltas) {
      turns -= delta.turn(x, y);
    }
    return turns / 2;
  }

  private double turnsOfOthers(Singularity core) {
    double turns = 0;
    for (Singularity delta : deltas) {
      turns += delta.bearing(core.x, core.y);
    }
    for (Singularity other : cores) {
      turns -= other == core ? 0 : other.bearing(core.x, core.y);
    }
    return turns;
  }

  private static List<Singularity> cores(FingerClass fingerClass, SplittableRandom random) {
    double x = RidgePattern.WIDTH / 2.0 + random.nextDouble(-15, 15);
    double y = RidgePattern.HEIGHT * 0.43 + random.nextDouble(-20, 20);
    var upper = Singularity.core(x, y - 6, random);
    return switch (fingerClass) {
      case ARCH -> List.of();
      case TENTED_ARCH, LEFT_LOOP, RIGHT_LOOP -> List.of(upper);
      case WHORL -> {
        double aside = random.nextDouble(-14, 14);
        yield List.of(upper, Singularity.core(x + aside, y + 8 + random.nextDouble(35), random));
      }
    };
  }

  private static List<Singularity> deltas(FingerClass fingerClass, SplittableRandom random) {
    double middle = RidgePattern.WIDTH / 2.0;
    double y = RidgePattern.HEIGHT * 0.72;
    var left = delta(middle - 95, y, 22, random);
    var right = delta(middle + 95, y, 22, random);
    return switch (fingerClass) {
      case ARCH -> List.of();
      case TENTED_ARCH -> List.of(delta(middle, y - 8, 8, random));
      case LEFT_LOOP -> List.of(right);
      case RIGHT_LOOP -> List.of(left);
      case WHORL -> List.of(left, right);
    };
  }

  private static Singularity delta(double x, double y, double spread, SplittableRandom random) {
    return Singularity.delta(
        x + random.nextDouble(-spread, spread), y + random.nextDouble(-spread, spread), random);
  }
}
