package egate.emrtd;

import java.util.Arrays;

/** A response of ISO/IEC 7816-4: data and a status word. */
public final class ResponseApdu {
  private final byte[] data;
  private final int status;

  /**
   * @param data kept, not copied
   * @param status the status word, 0..FFFF
   */
  public ResponseApdu(byte[] data, int status) {
    this.data = data;
    this.status = status;
  }

  /**
   * Splits what came over the channel.
   *
   * @throws ChipProtocolException when not even a status word came
   */
  public static ResponseApdu decode(byte[] bytes) throws ChipProtocolException {
    int end = bytes.length - 2;
    if (end < 0) {
      throw new ChipProtocolException("response without a status word");
    }
    int status = Byte.toUnsignedInt(bytes[end]) << 8 | Byte.toUnsignedInt(bytes[end + 1]);
    return new ResponseApdu(Arrays.copyOf(bytes, end), status);
  }

  /** The response as it travels. */
  public byte[] encode() {
    byte[] bytes = Arrays.copyOf(data, data.length + 2);
    bytes[data.length] = (byte) (status >> 8);
    bytes[data.length + 1] = (byte) status;
    return bytes;
  }

  /** The data themselves, not a copy. */
  public byte[] data() {
    return data;
  }

  public int status() {
    return status;
  }

  @Override
  public String toString() {
    return "ResponseApdu";
  }
}
