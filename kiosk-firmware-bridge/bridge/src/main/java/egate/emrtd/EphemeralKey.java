package egate.emrtd;

/** A private key and its public key. Whoever knows it can read along: it has no string form. */
public interface EphemeralKey extends AutoCloseable {

  /** The public key as it travels, a copy. */
  byte[] publicKey();

  /** The private key, big endian, a copy. */
  byte[] privateKey();

  /**
   * The secret shared with a peer: the point's x coordinate, or the number as long as the prime.
   *
   * @throws MalformedDataException when the peer's key is none of this group
   */
  byte[] agree(byte[] peer) throws MalformedDataException;

  /** Lets go of the private key. */
  @Override
  void close();
}
