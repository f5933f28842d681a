package egate.biometric;

import java.util.Optional;

/**
 * What an engine made of a biometric sample. Personal data: it has no string form.
 *
 * @param <F> the engine's features
 */
public final class Sample<F> {
  private final Optional<F> features;
  private final int quality;
  private final Optional<String> shortcoming;

  private Sample(Optional<F> features, int quality, Optional<String> shortcoming) {
    this.features = features;
    this.quality = quality;
    this.shortcoming = shortcoming;
  }

  /**
   * A sample that can be compared.
   *
   * @param quality 0..100
   * @param shortcoming why the gate would ask for another one, in lower-case words; empty if it
   *     would not
   */
  public static <F> Sample<F> of(F features, int quality, Optional<String> shortcoming) {
    return new Sample<>(Optional.of(features), quality, shortcoming);
  }

  /** A sample in which there is nothing to compare. */
  public static <F> Sample<F> without(String shortcoming) {
    return new Sample<>(Optional.empty(), 0, Optional.of(shortcoming));
  }

  public Optional<F> features() {
    return features;
  }

  /** 0 (worthless) to 100. */
  public int quality() {
    return quality;
  }

  public Optional<String> shortcoming() {
    return shortcoming;
  }

  @Override
  public String toString() {
    return "Sample";
  }
}
