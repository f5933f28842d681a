package egate.bridge.camera;

import egate.bridge.serial.LineLostException;
import egate.emrtd.lds.EncodedImage;
import egate.report.Health;
import java.util.Optional;

/** A camera, used by the one thread that opened it. */
public interface Camera extends AutoCloseable {

  /**
   * Takes one picture; the transfer is bounded by size and the line's speed.
   *
   * @return the picture; none when the camera had none or it was no whole JPEG
   * @throws LineLostException when the camera is gone or answers nothing
   */
  Optional<EncodedImage> capture() throws LineLostException;

  /**
   * Makes the camera overwrite the picture that it still holds.
   *
   * @throws LineLostException when that could not be confirmed
   */
  void clear() throws LineLostException;

  /** Asks the camera now, for at most a second; lost is a value here. */
  Health health();

  @Override
  void close();
}
