package egate.daemon.uplink;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Challenges on their way to the terminal control centre, one at a time, and the signatures that
 * come back: {@code {"request":N,"hash":"HEX"}} up, {@code {"request":N,"signature":"HEX"}} down,
 * an empty signature for a refusal. It waits for nobody: whoever asks has a limit of its own.
 */
public final class TerminalPost {
  private static final byte[] NOTHING = {};

  private long request;
  private @Nullable Consumer<byte[]> waiting;
  private @Nullable Consumer<String> sender;

  /**
   * @param first number of the first request; another at each start, so that no answer to an
   *     earlier daemon fits
   */
  public TerminalPost(int first) {
    request = first;
  }

  /**
   * Asks, and returns at once. A challenge that was asked before and not answered is forgotten.
   *
   * @param hash to be signed
   * @param answer called at most once: with the signature, or with nothing where the centre refuses
   *     or cannot be reached
   */
  public void ask(byte[] hash, Consumer<byte[]> answer) {
    if (!sent(HexFormat.of().formatHex(hash), answer)) {
      answer.accept(NOTHING);
    }
  }

  /** The client only queues what it is given, so that nobody waits for this lock. */
  private synchronized boolean sent(String hash, Consumer<byte[]> answer) {
    Consumer<String> by = sender;
    request++;
    waiting = by == null ? null : answer;
    if (by != null) {
      by.accept("{\"request\":" + request + ",\"hash\":\"" + hash + "\"}");
    }
    return by != null;
  }

  /** There is a connection now, by which to send. */
  synchronized void connected(Consumer<String> by) {
    sender = by;
  }

  /** There is none any more; what was asked over it is not answered. */
  void disconnected() {
    Consumer<byte[]> left = hangUp();
    if (left != null) {
      left.accept(NOTHING);
    }
  }

  private synchronized @Nullable Consumer<byte[]> hangUp() {
    sender = null;
    Consumer<byte[]> left = waiting;
    waiting = null;
    return left;
  }

  /** A message from the centre; one that is malformed or answers something else is left aside. */
  void received(byte[] message) {
    TerminalAnswerParser.parse(message)
        .ifPresent(
            answer -> {
              Consumer<byte[]> asked = taken(answer.request());
              if (asked != null) {
                asked.accept(answer.signature());
              }
            });
  }

  private synchronized @Nullable Consumer<byte[]> taken(long answered) {
    if (answered != request) {
      return null;
    }
    Consumer<byte[]> asked = waiting;
    waiting = null;
    return asked;
  }
}
