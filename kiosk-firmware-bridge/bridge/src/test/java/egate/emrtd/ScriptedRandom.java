package egate.emrtd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws the numbers of a published example, one a call. */
final class ScriptedRandom implements RandomGenerator {
  private final Deque<String> left;

  ScriptedRandom(String... numbers) {
    left = new ArrayDeque<>(List.of(numbers));
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    byte[] number = HexFormat.of().parseHex(left.remove());
    if (number.length != bytes.length) {
      throw new AssertionError("a number of " + bytes.length + " bytes was drawn");
    }
    System.arraycopy(number, 0, bytes, 0, bytes.length);
  }
}
