package egate.emrtd;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * A group in which both sides agree on a secret: elliptic curves or Diffie-Hellman (Doc 9303-11
 * sections 4.4.3 and 9.5). Public keys are bytes here as they travel: an uncompressed point, or a
 * number as long as the prime.
 */
public abstract sealed class DomainParameters permits EcParameters, DhParameters {

  /**
   * A fresh key pair.
   *
   * @param random of cryptographic quality in production; its bytes are taken until they make a
   *     private key within the group's order
   */
  public final EphemeralKey generate(RandomGenerator random) {
    return new EphemeralKey(this, PrivateKeys.within(privateKeyLimit(), random));
  }

  /**
   * The key pair with this private key.
   *
   * @param privateKey big endian, within the group's order
   */
  public final EphemeralKey key(byte[] privateKey) {
    return new EphemeralKey(this, new BigInteger(1, privateKey));
  }

  /** Beyond every private key: the group's order, where it is told. */
  abstract BigInteger privateKeyLimit();

  /** The public key of this private key, as it travels. */
  abstract byte[] publicKey(BigInteger privateKey);

  /** As {@link EphemeralKey#agree}. */
  abstract byte[] agree(BigInteger privateKey, byte[] peer) throws MalformedDataException;

  /**
   * The same group with the generator of generic mapping (section 4.4.3.3.1).
   *
   * @param nonce as decrypted
   * @param own key pair of this group
   * @param peer the other side's public key
   * @throws MalformedDataException when the other side's key is none of this group
   */
  public abstract DomainParameters mapGeneric(byte[] nonce, EphemeralKey own, byte[] peer)
      throws MalformedDataException;

  /**
   * The same group with the generator of integrated mapping (section 4.4.3.3.2).
   *
   * @param algorithm of the protocol
   * @param nonce as decrypted
   * @param terminalNonce as long as the algorithm's key
   */
  public abstract DomainParameters mapIntegrated(
      SessionAlgorithm algorithm, byte[] nonce, byte[] terminalNonce);

  /** Context tag of a public key in a public key data object: 86 or 84 (section 9.4). */
  public abstract int publicKeyTag();

  /** The public key as terminal authentication signs it: x, or a SHA-1 hash (TR-03110 A.2.2.3). */
  public abstract byte[] compressed(byte[] publicKey);
}
