package egate.emrtd;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What chip authentication left for the judge: with the terminal's private key anyone can do it
 * again. That is the session's secret, so it has no string form and is wiped when closed.
 */
public final class ChipAuthenticationTranscript implements AutoCloseable {
  private final ChipAuthenticationProtocol protocol;
  private final byte[] chipKeyInfo;
  private final byte[] terminalPrivateKey;
  private @Nullable ResponseApdu firstResponse;

  /**
   * @param chipKeyInfo the chip's static public key, a SubjectPublicKeyInfo in DER
   */
  ChipAuthenticationTranscript(
      ChipAuthenticationProtocol protocol, byte[] chipKeyInfo, byte[] terminalPrivateKey) {
    this.protocol = protocol;
    this.chipKeyInfo = chipKeyInfo;
    this.terminalPrivateKey = terminalPrivateKey;
  }

  /** Adds what the chip said first under the new keys. */
  void firstResponse(ResponseApdu response) {
    firstResponse = new ResponseApdu(response.data().clone(), response.status());
  }

  boolean answered() {
    return firstResponse != null;
  }

  public ChipAuthenticationProtocol protocol() {
    return protocol;
  }

  /** Which key the chip was asked to prove, not a copy. */
  public byte[] chipKeyInfo() {
    return chipKeyInfo;
  }

  /**
   * Whether the chip's first response under the new keys shows that it knows the private key.
   *
   * @param chipKeyInfo the public key that counts: the signed one
   * @throws MalformedDataException when that is no key, or none that this side can use
   */
  public boolean proves(byte[] chipKeyInfo) throws MalformedDataException {
    Optional<ResponseApdu> response = Optional.ofNullable(firstResponse);
    if (response.isEmpty()) {
      return false;
    }
    AgreementKey chip = AgreementKey.parse(chipKeyInfo);
    byte[] secret = chip.parameters().key(terminalPrivateKey).agree(chip.publicKey());
    SendSequenceCounter counter = protocol.algorithm().counter();
    counter.increment(); // for the command; the response's own follows when it is opened
    try (SecureMessaging session =
        new SecureMessaging(protocol.algorithm().derive(secret), counter)) {
      session.unprotect(response.get());
      return true;
    } catch (ChipProtocolException e) {
      return false;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  @Override
  public void close() {
    Arrays.fill(terminalPrivateKey, (byte) 0);
  }

  @Override
  public String toString() {
    return "ChipAuthenticationTranscript";
  }
}
