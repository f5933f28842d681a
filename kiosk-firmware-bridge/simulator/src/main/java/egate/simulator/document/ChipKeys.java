package egate.simulator.document;

import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.DomainParameters;
import egate.emrtd.EphemeralKey;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * What a chip keeps to itself and the protocols that it knows. A copy of its files lacks the keys.
 *
 * @param pace what it knows, whatever EF.CardAccess says
 * @param chipAuthentication its static key pair for chip authentication
 * @param mapping the static private key behind chip authentication mapping, on the same curve
 * @param activeAuthentication its private key, RSA or EC
 * @param terminalTrust whom it shows DG3 to, where it asks
 */
public record ChipKeys(
    List<PaceOffer> pace,
    Optional<ChipAuthenticationKey> chipAuthentication,
    Optional<EphemeralKey> mapping,
    Optional<SigningKey> activeAuthentication,
    Optional<TerminalTrust> terminalTrust) {

  /** A static key pair, its group, and the protocol that it is for. */
  public record ChipAuthenticationKey(
      ChipAuthenticationProtocol protocol, DomainParameters parameters, EphemeralKey key) {}

  /**
   * A private key that signs challenges.
   *
   * @param digest as {@code java.security} names it
   */
  public record SigningKey(AsymmetricKeyParameter key, String digest) {}

  public ChipKeys {
    pace = List.copyOf(pace);
  }

  /** Of a chip that knows BAC only. */
  public static ChipKeys none() {
    return new ChipKeys(
        List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What a copy has: the protocols, and keys of its own in the place of those it cannot know. */
  ChipKeys copied(RandomGenerator random) {
    return new ChipKeys(
        pace,
        chipAuthentication.map(
            own ->
                new ChipAuthenticationKey(
                    own.protocol(), own.parameters(), own.parameters().generate(random))),
        Optional.empty(),
        Optional.empty(),
        terminalTrust);
  }

  @Override
  public String toString() {
    return "ChipKeys";
  }
}
