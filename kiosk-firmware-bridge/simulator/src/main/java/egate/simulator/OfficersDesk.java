package egate.simulator;

import egate.simulator.device.WireDevice;
import egate.simulator.device.WireOutput;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The officer's desk at the far end of its serial line: asks the gate for a challenge and signs its
 * order over it. It shares no code with the gate's half.
 */
final class OfficersDesk implements WireDevice {
  private static final String OFFICER = "B-17";

  private final KeyPair key = key();
  private final StringBuilder line = new StringBuilder();
  private @Nullable WireOutput out;
  private @Nullable Pending pending;

  private record Pending(String order, String why, CompletableFuture<String> answer) {}

  private static KeyPair key() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** As a profile writes it. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
  }

  @Override
  public synchronized void attach(WireOutput output) {
    out = output;
  }

  /** Gives an order; completed with the first word of the gate's answer, such as {@code DONE}. */
  synchronized CompletableFuture<String> order(String order, String why) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    pending = new Pending(order, why, answer);
    say("ASK");
    return answer;
  }

  @Override
  public synchronized void receive(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        heard(List.of(line.toString().strip().split(" ", -1)));
        line.setLength(0);
      } else {
        line.append((char) b);
      }
    }
  }

  private void heard(List<String> words) {
    Pending waiting = pending;
    if (waiting == null || words.getFirst().equals("CALL")) {
      return;
    }
    if (words.getFirst().equals("CHALLENGE")) {
      say(
          String.join(
              " ",
              "ORDER",
              words.get(2),
              waiting.order(),
              OFFICER,
              waiting.why(),
              signature(words, waiting)));
    } else {
      pending = null;
      waiting.answer().complete(words.getFirst());
    }
  }

  private String signature(List<String> challenge, Pending order) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(
          String.join(
                  "\n",
                  "egate desk order",
                  challenge.get(1),
                  challenge.get(2),
                  challenge.get(3),
                  order.order(),
                  OFFICER,
                  order.why())
              .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  private void say(String words) {
    Objects.requireNonNull(out, "not attached")
        .send((words + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
