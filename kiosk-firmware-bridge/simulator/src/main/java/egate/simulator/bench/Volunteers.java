package egate.simulator.bench;

import egate.biometric.ComparisonEngine;
import egate.biometric.GreyImage;
import egate.biometric.ImageUnreadableException;
import egate.biometric.Sample;
import egate.emrtd.lds.EncodedImage;
import egate.simulator.finger.Placement;
import egate.simulator.finger.SyntheticFinger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Synthetic fingers, each enrolled once and put down three times in a hurry. Fingers 2n and 2n + 1
 * are of one person.
 */
final class Volunteers<F> {
  static final int TRIES = 3;

  private final List<F> references;
  private final List<List<F>> probes;

  private Volunteers(List<F> references, List<List<F>> probes) {
    this.references = references;
    this.probes = probes;
  }

  static <F> Volunteers<F> invite(ComparisonEngine<F> engine, long seed, int fingers) {
    List<SyntheticFinger> grown = all(fingers, i -> new SyntheticFinger(seed + i));
    List<F> references =
        all(fingers, i -> features(engine, grown.get(i).impression(seed, Placement.enrolment())));
    return new Volunteers<>(references, all(fingers, i -> touches(engine, grown.get(i), seed + i)));
  }

  private static <F> List<F> touches(
      ComparisonEngine<F> engine, SyntheticFinger finger, long seed) {
    var random = new SplittableRandom(seed);
    double skin = Math.pow(random.nextDouble(), 2);
    return IntStream.range(0, TRIES)
        .mapToObj(_ -> finger.impression(random.nextLong(), Placement.hurried(random, skin)))
        .map(image -> features(engine, SyntheticFinger.fourBit(image)))
        .toList();
  }

  private static <F> F features(ComparisonEngine<F> engine, GreyImage image) {
    var raw =
        new EncodedImage(
            EncodedImage.Format.RAW_GREY, image.width(), image.height(), image.pixels());
    try {
      Sample<F> sample = engine.extract(List.of(raw));
      return sample.features().orElseThrow();
    } catch (ImageUnreadableException e) {
      throw new IllegalStateException(e);
    }
  }

  int fingers() {
    return references.size();
  }

  F reference(int finger) {
    return references.get(finger);
  }

  List<F> touches(int finger) {
    return probes.get(finger);
  }

  static <T> List<T> all(int count, IntFunction<T> each) {
    return IntStream.range(0, count).parallel().mapToObj(each).toList();
  }
}
