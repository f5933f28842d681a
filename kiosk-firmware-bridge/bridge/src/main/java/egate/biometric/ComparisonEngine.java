package egate.biometric;

import egate.emrtd.lds.EncodedImage;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One maker's way to compare, all that another one's has to offer. Threads may share it.
 *
 * @param <F> features of a sample, the engine's own
 */
public interface ComparisonEngine<F> {

  /**
   * Features of a sample, with its quality.
   *
   * @param images of one person, at least one, as a document or a file holds them
   * @throws ImageUnreadableException if none of the images can be read
   */
  Sample<F> extract(List<EncodedImage> images) throws ImageUnreadableException;

  /**
   * Prepares a reference to be compared with probes, one at a time.
   *
   * @return from a probe's features to the comparison score; higher is more alike
   */
  ToDoubleFunction<F> against(F reference);
}
