package egate.simulator.device;

import java.util.Arrays;

/** What an emulated device has received and not yet understood; bounded as a device's memory is. */
final class ReceiveBuffer {
  private final byte[] bytes;
  private int held;

  ReceiveBuffer(int bytesMax) {
    this.bytes = new byte[bytesMax];
  }

  /** Takes bytes in; what overflows is lost, as in a device that is talked to too fast. */
  void add(byte[] more) {
    int count = Math.min(more.length, bytes.length - held);
    System.arraycopy(more, 0, bytes, held, count);
    held += count;
  }

  int size() {
    return held;
  }

  int unsigned8(int at) {
    return bytes[at] & 0xFF;
  }

  int unsigned16(int at) {
    return (unsigned8(at) << 8) | unsigned8(at + 1);
  }

  int signed32(int at) {
    return (unsigned16(at) << 16) | unsigned16(at + 2);
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  void drop(int count) {
    System.arraycopy(bytes, count, bytes, 0, held - count);
    held -= count;
  }
}
