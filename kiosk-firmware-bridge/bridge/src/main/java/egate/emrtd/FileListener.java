package egate.emrtd;

import egate.emrtd.lds.LdsFile;

/** Told of each file of a chip as soon as it is read to its end, on the thread that reads. */
public interface FileListener {
  /** Wants to know nothing. */
  FileListener NONE = (file, bytes) -> {};

  /**
   * A file is here, and nobody has judged it.
   *
   * @param bytes not a copy; wiped once the reader is closed
   */
  void read(LdsFile file, byte[] bytes);
}
