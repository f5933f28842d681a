package egate.daemon.desk;

import egate.gate.Hand;
import egate.gate.HandOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The gate's half of the talk with the desk, in lines of printable ASCII:
 *
 * <pre>
 * desk  ASK
 * gate  CHALLENGE GATE NUMBER RANDOM
 * desk  ORDER NUMBER ORDER WHO WHY SIGNATURE
 * gate  DONE NUMBER | NOT-NOW NUMBER | REFUSED NUMBER REASON
 * </pre>
 *
 * <p>The signature (Ed25519, base64) covers the challenge and the order, so that no order can be
 * replayed, held back or taken to another gate, though neither side has a clock that is trusted. A
 * challenge is good for one order within {@link #VALID}; its number counts up from the gate's
 * start.
 *
 * <p>Pure but for the counter; one thread uses it.
 */
public final class DeskProtocol {
  /** From a challenge to the order that answers it. */
  public static final Duration VALID = Duration.ofSeconds(10);

  /** Longest line, in characters. */
  public static final int LINE_MAX = 256;

  private static final int RANDOM_BYTES = 16;
  private static final int WORDS = 6;

  private final String gate;
  private final PublicKey key;
  private final RandomGenerator random;
  private long number;
  private @Nullable Challenge open;

  private record Challenge(long number, String random, Duration until) {}

  /** What follows from a line. */
  public sealed interface Reply {
    /** Say this to the desk. */
    record Say(String line) implements Reply {}

    /** Carry this out, then say {@link DeskProtocol#done}. */
    record Obey(long number, HandOrder.Officer order, Hand by) implements Reply {}
  }

  /**
   * @param key the desk's, Ed25519
   * @param random unpredictable
   */
  public DeskProtocol(String gate, PublicKey key, RandomGenerator random) {
    this.gate = gate;
    this.key = key;
    this.random = random;
  }

  /** Takes a line from the desk, without its end. */
  public Reply take(String line, Duration now) {
    List<String> words = List.of(line.split(" ", WORDS + 1));
    if (line.equals("ASK")) {
      return new Reply.Say(challenge(now));
    }
    return words.getFirst().equals("ORDER") && words.size() == WORDS
        ? order(words, now)
        : refused("0", "malformed");
  }

  /** What the desk is told of an order that was put on record. */
  public static String done(long number, boolean heeded) {
    return (heeded ? "DONE " : "NOT-NOW ") + number;
  }

  /** What a desk signs. */
  static byte[] statement(
      String gate, long number, String random, String order, String who, String why) {
    return String.join("\n", "egate desk order", gate, "" + number, random, order, who, why)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private String challenge(Duration now) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    Challenge fresh = new Challenge(++number, HexFormat.of().formatHex(bytes), now.plus(VALID));
    open = fresh;
    return "CHALLENGE " + gate + " " + fresh.number() + " " + fresh.random();
  }

  /** Whatever comes of it, the challenge is used up. */
  private Reply order(List<String> words, Duration now) {
    Challenge asked = open;
    open = null;
    if (asked == null || !words.get(1).equals(Long.toString(asked.number()))) {
      return refused(words.get(1), "no_such_challenge");
    }
    if (now.compareTo(asked.until()) >= 0) {
      return refused(words.get(1), "late");
    }
    if (!signed(asked, words)) {
      return refused(words.get(1), "signature");
    }
    return obey(asked.number(), words.get(2), words.get(3), words.get(4));
  }

  private boolean signed(Challenge asked, List<String> words) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(
          statement(
              gate, asked.number(), asked.random(), words.get(2), words.get(3), words.get(4)));
      byte[] signature = Base64.getDecoder().decode(words.get(5));
      // Base64 has spare bits at its end that a decoder overlooks: one order has one form.
      return Base64.getEncoder().encodeToString(signature).equals(words.get(5))
          && verifier.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Reply obey(long number, String order, String who, String why) {
    try {
      return new Reply.Obey(
          number,
          HandOrder.Officer.valueOf(constant(order)),
          new Hand(who, Hand.Why.valueOf(constant(why))));
    } catch (IllegalArgumentException e) {
      return refused(Long.toString(number), "unknown_word");
    }
  }

  private static String constant(String word) {
    return word.equals(word.toLowerCase(Locale.ROOT)) ? word.toUpperCase(Locale.ROOT) : "";
  }

  /** Only a number comes back of what the desk said. */
  private static Reply refused(String number, String reason) {
    String said = number.matches("[0-9]{1,18}") ? number : "0";
    return new Reply.Say("REFUSED " + said + " " + reason);
  }
}
