package egate.emrtd;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;

/** A private key and its public key. Whoever knows it can read along: it has no string form. */
public final class EphemeralKey implements AutoCloseable {
  private final DomainParameters group;
  private final byte[] publicKey;
  private BigInteger privateKey;

  /**
   * @param privateKey within the group's order
   */
  EphemeralKey(DomainParameters group, BigInteger privateKey) {
    this.group = group;
    this.publicKey = group.publicKey(privateKey);
    this.privateKey = privateKey;
  }

  /** The public key as it travels, a copy. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** The private key, big endian, a copy. */
  public byte[] privateKey() {
    return BigIntegers.asUnsignedByteArray(privateKey);
  }

  /**
   * The secret shared with a peer: the point's x coordinate, or the number as long as the prime.
   *
   * @throws MalformedDataException when the peer's key is none of this group
   */
  public byte[] agree(byte[] peer) throws MalformedDataException {
    return group.agree(privateKey, peer);
  }

  /** Lets go of the private key. */
  @Override
  public void close() {
    privateKey = BigInteger.ZERO;
  }

  @Override
  public String toString() {
    return "EphemeralKey";
  }
}
