package egate.simulator.chip;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Random bytes that are none: those of a worked example, in order. */
final class FixedRandom implements RandomGenerator {
  private final ByteBuffer bytes;

  FixedRandom(String hex) {
    bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }

  @Override
  public void nextBytes(byte[] into) {
    bytes.get(into);
  }

  @Override
  public long nextLong() {
    return bytes.getLong();
  }
}
