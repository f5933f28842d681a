package egate.daemon.config;

/** Where the gate's private key for terminal authentication lies. */
public sealed interface TerminalKey {
  String PKCS12 = "pkcs12";
  String PKCS11 = "pkcs11";
  String CONTROL_CENTRE = "control-centre";

  /**
   * A PKCS#12 file with one private key.
   *
   * @param file relative to the state folder
   */
  record Pkcs12(String file) implements TerminalKey {}

  /**
   * A PKCS#11 token.
   *
   * @param module the token's library
   * @param token its label
   * @param label the private key's
   */
  record Pkcs11(String module, String token, String label) implements TerminalKey {}

  /**
   * A central terminal control centre, asked over the uplink.
   *
   * @param answerMillis how long it may take, 100..20,000 ms
   */
  record ControlCentre(int answerMillis) implements TerminalKey {
    static final Range ANSWER_MILLIS = Range.of(100, 20_000);

    public ControlCentre {
      ANSWER_MILLIS.require("answerMillis", answerMillis);
    }
  }
}
