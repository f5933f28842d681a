package egate.simulator.device;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The fingerprint module's side of its packets; written apart from the driver's on purpose. */
final class ZfmWire {
  static final int COMMAND = 0x01;
  static final int DATA = 0x02;
  static final int ACKNOWLEDGE = 0x07;
  static final int LAST_DATA = 0x08;

  /** Not on the wire: a packet whose sum was wrong. */
  static final int BROKEN = -1;

  static final int ADDRESS = -1;

  private static final int START = 0xEF01;
  private static final int HEADER_BYTES = 9;
  private static final int LENGTH_MAX = 258;

  /** One packet, cut out of what was received. */
  static final class Packet {
    private final int type;
    private final byte[] data;

    private Packet(int type, byte[] data) {
      this.type = type;
      this.data = data;
    }

    int type() {
      return type;
    }

    byte[] data() {
      return data;
    }
  }

  private final ReceiveBuffer buffer = new ReceiveBuffer(1 << 16);

  List<Packet> received(byte[] bytes) {
    buffer.add(bytes);
    List<Packet> packets = new ArrayList<>();
    while (buffer.size() >= HEADER_BYTES) {
      int length = buffer.unsigned16(7);
      if (!startsPacket(length)) {
        buffer.drop(1);
      } else if (buffer.size() < HEADER_BYTES + length) {
        break;
      } else {
        packets.add(take(length));
      }
    }
    return packets;
  }

  static byte[] packet(int type, byte[] data) {
    ByteBuffer packet = ByteBuffer.allocate(HEADER_BYTES + data.length + 2);
    int length = data.length + 2;
    packet.putShort((short) START).putInt(ADDRESS).put((byte) type).putShort((short) length);
    packet.put(data);
    int sum = type + (length >> 8) + (length & 0xFF);
    for (byte b : data) {
      sum += b & 0xFF;
    }
    return packet.putShort((short) sum).array();
  }

  private boolean startsPacket(int length) {
    return buffer.unsigned16(0) == START
        && buffer.signed32(2) == ADDRESS
        && length >= 3
        && length <= LENGTH_MAX;
  }

  private Packet take(int length) {
    int end = HEADER_BYTES + length - 2;
    int sum = 0;
    for (int i = 6; i < end; i++) {
      sum += buffer.unsigned8(i);
    }
    boolean sound = (sum & 0xFFFF) == buffer.unsigned16(end);
    Packet packet =
        new Packet(sound ? buffer.unsigned8(6) : BROKEN, buffer.copy(HEADER_BYTES, end));
    buffer.drop(end + 2);
    return packet;
  }
}
