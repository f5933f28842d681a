package egate.bridge.finger;

import egate.bridge.serial.FrameScanner;
import java.util.Arrays;

/** {@code EF01 | address32 | type | length16 | data | sum16}; length counts data and sum. */
final class ZfmPackets extends FrameScanner<ZfmPacket> {

  ZfmPackets() {
    super(ZfmPacket.HEADER_BYTES + ZfmPacket.DATA_BYTES_MAX + ZfmPacket.SUM_BYTES);
  }

  @Override
  protected int lengthAt(byte[] bytes, int held) {
    if (bytes[0] != (byte) 0xEF || (held > 1 && bytes[1] != 0x01)) {
      return NONE;
    }
    if (held < ZfmPacket.HEADER_BYTES) {
      return MORE;
    }
    int dataBytes = unsigned16(bytes, 7) - ZfmPacket.SUM_BYTES;
    if (dataBytes < 0 || dataBytes > ZfmPacket.DATA_BYTES_MAX) {
      return NONE;
    }
    int end = ZfmPacket.HEADER_BYTES + dataBytes;
    if (held < end + ZfmPacket.SUM_BYTES) {
      return MORE;
    }
    boolean sound = unsigned16(bytes, end) == ZfmPacket.sum(bytes, dataBytes);
    return sound ? end + ZfmPacket.SUM_BYTES : NONE;
  }

  @Override
  protected ZfmPacket frame(byte[] whole) {
    int end = whole.length - ZfmPacket.SUM_BYTES;
    return new ZfmPacket(whole[6], Arrays.copyOfRange(whole, ZfmPacket.HEADER_BYTES, end));
  }

  private static int unsigned16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
