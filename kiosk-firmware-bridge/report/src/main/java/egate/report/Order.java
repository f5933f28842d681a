package egate.report;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the daemon tells a bridge. A bridge obeys only the orders that its present step permits. */
public sealed interface Order {

  /**
   * The spare becomes the serving bridge: open the devices, wait for one traveller.
   *
   * @param least data older than this must not judge a document
   * @param clock how far the machine's wall clock is to be believed
   */
  record Begin(PassagePolicy policy, Versions least, WallClock clock) implements Order {}

  /** One person stands in the closed mantrap: capture and compare. */
  record Identify() implements Order {}

  /** What the terminal control centre says to a challenge. */
  final class TerminalSignature implements Order {
    /** Of RSA with 4,096 bits. */
    public static final int BYTES_MAX = 512;

    private final int number;
    private final byte[] signature;

    /**
     * @param number of the challenge
     * @param signature nothing where the centre refuses or cannot be reached; copied
     */
    public TerminalSignature(int number, byte[] signature) {
      Ranges.check("number", number, 1, TerminalChallenge.NUMBER_MAX);
      Ranges.check("signature", signature.length, 0, BYTES_MAX);
      this.number = number;
      this.signature = signature.clone();
    }

    public int number() {
      return number;
    }

    /** A copy. */
    public byte[] signature() {
      return signature.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TerminalSignature answer
          && number == answer.number
          && Arrays.equals(signature, answer.signature);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
      return "TerminalSignature " + number;
    }
  }

  /**
   * This traveller is given more time than the policy says, from the beginning of each step on.
   *
   * @param percent of the policy's times, 100..500
   */
  record MoreTime(int percent) implements Order {
    public MoreTime {
      Ranges.check("percent", percent, 100, 500);
    }
  }

  /** To the spare while it rehearses: no traveller is being served, so that it need not yield. */
  record Hurry() implements Order {}

  /** Out of service only: exercise one device and report figures, never images. */
  record SelfTest(Device device) implements Order {}

  /** The passage is over: clear the devices' buffers and die. */
  record End() implements Order {}
}
