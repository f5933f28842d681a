package egate.command;

import egate.biometric.ComparisonEngine;
import egate.biometric.ImageUnreadableException;
import egate.biometric.Sample;
import egate.emrtd.lds.EncodedImage;
import java.nio.file.Path;
import java.util.List;

/** From a file to what an engine compares. */
record Extraction<F>(ComparisonEngine<F> engine, Source source) {

  /** How a file's images are found. */
  interface Source {
    List<EncodedImage> images(Path file) throws ImageFile.UnreadableException;
  }

  /** A file's sample, or why there is none, and the time that took. */
  record Extracted<F>(Sample<F> sample, double millis) {}

  Extracted<F> extract(Path file) throws ImageFile.UnreadableException {
    long begin = System.nanoTime();
    try {
      Sample<F> sample = engine.extract(source.images(file));
      return new Extracted<>(sample, (System.nanoTime() - begin) / 1e6);
    } catch (ImageUnreadableException e) {
      throw new ImageFile.UnreadableException(String.valueOf(e.getMessage()));
    }
  }
}
