package egate.simulator.document;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * The same bytes for the same seed: SHA-256 over a purpose, the seed and a counter. It stands where
 * a library asks for a {@link SecureRandom} and keeps nothing secret: whoever knows the seed knows
 * the keys, which is right for invented documents and for nothing else.
 */
final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final String origin;
  private byte[] block = {};
  private int used;
  private long blocks;

  SeededRandom(String purpose, long seed) {
    this.origin = purpose + '/' + seed + '/';
  }

  @Override
  public void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (used == block.length) {
        refill();
      }
      bytes[i] = block[used++];
    }
  }

  private void refill() {
    byte[] input = (origin + blocks++).getBytes(StandardCharsets.UTF_8);
    SHA256Digest digest = new SHA256Digest();
    digest.update(input, 0, input.length);
    block = new byte[digest.getDigestSize()];
    digest.doFinal(block, 0);
    used = 0;
  }
}
