package egate.terminal;

import java.nio.file.Path;

/** Where the gate's key for chips lies, as a bridge is told. */
public sealed interface TerminalKeyAddress {
  int ANSWER_MILLIS_MIN = 100;
  int ANSWER_MILLIS_MAX = 20_000;

  /** A PKCS#12 file with one private key. */
  record Pkcs12(Path file) implements TerminalKeyAddress {}

  /**
   * A PKCS#11 token.
   *
   * @param module the token's library
   * @param token its label
   * @param key the private key's label
   */
  record Pkcs11(Path module, String token, String key) implements TerminalKeyAddress {}

  /**
   * A central terminal control centre, which the daemon asks.
   *
   * @param answerMillis how long it may take, 100..20,000 ms
   */
  record ControlCentre(int answerMillis) implements TerminalKeyAddress {
    public ControlCentre {
      if (answerMillis < ANSWER_MILLIS_MIN || answerMillis > ANSWER_MILLIS_MAX) {
        throw new IllegalArgumentException("a control centre that answers in " + answerMillis);
      }
    }
  }

  /**
   * Reads {@code pkcs12:FILE}, {@code pkcs11:TOKEN:KEY:MODULE} or {@code control-centre:MILLIS}.
   *
   * @throws IllegalArgumentException when it is none of these, in one line that says so
   */
  static TerminalKeyAddress parse(String text) {
    String[] parts = text.split(":", 4);
    if (parts[0].equals("pkcs12") && parts.length == 2) {
      return new Pkcs12(Path.of(parts[1]));
    }
    if (parts[0].equals("pkcs11") && parts.length == 4) {
      return new Pkcs11(Path.of(parts[3]), parts[1], parts[2]);
    }
    if (parts[0].equals("control-centre") && parts.length == 2 && parts[1].matches("\\d{1,6}")) {
      return new ControlCentre(Integer.parseInt(parts[1]));
    }
    throw new IllegalArgumentException(
        "terminal key "
            + text
            + ": write pkcs12:FILE, pkcs11:TOKEN:KEY:MODULE or control-centre:MILLIS");
  }
}
