package egate.report;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A hash for the terminal control centre to sign. A chip's eight random bytes went into it, so that
 * it tells nothing of the document and is never the same twice.
 */
public final class TerminalChallenge {
  /** A passage needs one, and one more each time that the chip leaves the field. */
  public static final int NUMBER_MAX = 8;

  private final int number;
  private final byte[] hash;

  /**
   * @param number 1..{@link #NUMBER_MAX}, counted over the bridge's life
   * @param hash of 20, 28, 32, 48 or 64 bytes; copied
   */
  public TerminalChallenge(int number, byte[] hash) {
    Ranges.check("number", number, 1, NUMBER_MAX);
    switch (hash.length) {
      case 20, 28, 32, 48, 64 -> {}
      default -> throw new IllegalArgumentException("hash of " + hash.length + " bytes");
    }
    this.number = number;
    this.hash = hash.clone();
  }

  public int number() {
    return number;
  }

  /** A copy. */
  public byte[] hash() {
    return hash.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TerminalChallenge challenge
        && number == challenge.number
        && Arrays.equals(hash, challenge.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return "TerminalChallenge " + number;
  }
}
