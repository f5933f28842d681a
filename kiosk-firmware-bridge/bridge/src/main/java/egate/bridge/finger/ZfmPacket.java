package egate.bridge.finger;

import java.nio.ByteBuffer;

/** A packet of the ZFM module. It may carry part of a fingerprint: it has no string form. */
final class ZfmPacket {
  static final int COMMAND = 0x01;
  static final int DATA = 0x02;
  static final int ACKNOWLEDGE = 0x07;
  static final int LAST_DATA = 0x08;

  static final int HEADER_BYTES = 9;
  static final int SUM_BYTES = 2;
  static final int DATA_BYTES_MAX = 256;
  static final int START = 0xEF01;
  static final int ADDRESS = 0xFFFFFFFF;

  private final int type;
  private final byte[] data;

  /**
   * @param type COMMAND, DATA, ACKNOWLEDGE or LAST_DATA
   * @param data 0..256 bytes; kept, not copied
   */
  ZfmPacket(int type, byte[] data) {
    if (data.length > DATA_BYTES_MAX) {
      throw new IllegalArgumentException("packet of " + data.length + " bytes");
    }
    this.type = type;
    this.data = data;
  }

  int type() {
    return type;
  }

  byte[] data() {
    return data;
  }

  byte[] encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + data.length + SUM_BYTES);
    bytes.putShort((short) START).putInt(ADDRESS).put((byte) type);
    bytes.putShort((short) (data.length + SUM_BYTES)).put(data);
    bytes.putShort((short) sum(bytes.array(), data.length));
    return bytes.array();
  }

  /** The sum of type, both length bytes and data, modulo 65,536. */
  static int sum(byte[] packet, int dataBytes) {
    int sum = 0;
    for (int i = 6; i < HEADER_BYTES + dataBytes; i++) {
      sum += packet[i] & 0xFF;
    }
    return sum & 0xFFFF;
  }

  @Override
  public String toString() {
    return "ZfmPacket";
  }
}
