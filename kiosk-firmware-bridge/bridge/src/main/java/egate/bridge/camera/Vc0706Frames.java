package egate.bridge.camera;

import egate.bridge.serial.FrameScanner;
import java.util.Arrays;

/**
 * {@code 76 serial command status length data}.
 *
 * <p>Picture data is the exception: its answer is an empty frame, then as many bytes as were asked
 * for, then the same empty frame again. There is no checksum, so that repetition is all that tells
 * a whole piece from one that lost bytes.
 */
final class Vc0706Frames extends FrameScanner<Vc0706Frame> {
  static final int READ_PICTURE = 0x32;
  static final int PIECE_BYTES_MAX = 8_192;

  private static final int HEADER_BYTES = 5;

  private int pieceBytes;

  Vc0706Frames() {
    super(HEADER_BYTES + PIECE_BYTES_MAX + HEADER_BYTES);
  }

  /** How much picture data the next such answer carries, 0..8,192. */
  void expectPiece(int bytes) {
    if (bytes < 0 || bytes > PIECE_BYTES_MAX) {
      throw new IllegalArgumentException("piece of " + bytes + " bytes");
    }
    pieceBytes = bytes;
  }

  @Override
  protected int lengthAt(byte[] bytes, int held) {
    if (bytes[0] != 0x76 || (held > 1 && bytes[1] != 0)) {
      return NONE;
    }
    if (held < HEADER_BYTES) {
      return MORE;
    }
    return isPiece(bytes) ? pieceLength(bytes, held) : plainLength(bytes, held);
  }

  @Override
  protected Vc0706Frame frame(byte[] whole) {
    int end = isPiece(whole) ? whole.length - HEADER_BYTES : whole.length;
    return new Vc0706Frame(
        whole[2] & 0xFF, whole[3] & 0xFF, Arrays.copyOfRange(whole, HEADER_BYTES, end));
  }

  private static boolean isPiece(byte[] bytes) {
    return bytes[2] == READ_PICTURE && bytes[3] == 0;
  }

  private static int plainLength(byte[] bytes, int held) {
    int length = HEADER_BYTES + (bytes[4] & 0xFF);
    return held < length ? MORE : length;
  }

  private int pieceLength(byte[] bytes, int held) {
    int end = HEADER_BYTES + pieceBytes;
    if (held < end + HEADER_BYTES) {
      return MORE;
    }
    boolean repeated = Arrays.equals(bytes, 0, HEADER_BYTES, bytes, end, end + HEADER_BYTES);
    return repeated ? end + HEADER_BYTES : NONE;
  }
}
