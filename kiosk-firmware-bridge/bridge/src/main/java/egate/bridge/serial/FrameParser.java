package egate.bridge.serial;

import java.util.List;

/**
 * Cuts frames out of bytes that arrive in any pieces, and skips what is no frame. Pure: the same
 * bytes give the same frames, however they are cut.
 *
 * @param <F> a complete frame whose checks all hold
 */
public interface FrameParser<F> {

  /** The frames that these bytes complete, in order. */
  List<F> feed(byte[] bytes);

  /** Forgets, and overwrites, what is held of an unfinished frame. */
  void reset();
}
