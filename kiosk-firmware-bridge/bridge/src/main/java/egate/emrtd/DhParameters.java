package egate.emrtd;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** Diffie-Hellman modulo a prime, in a subgroup whose order is known or else not checked. */
public final class DhParameters extends DomainParameters {
  private static final int PUBLIC_KEY_TAG = 0x84;

  /** Beyond this one agreement takes longer than a traveller waits. */
  private static final int PRIME_BITS_MAX = 4_096;

  private static final int PRIME_BITS_MIN = 1_024;

  /** Of a private key where the subgroup's order is not told. */
  private static final int PRIVATE_KEY_BITS = 512;

  private static final BigInteger TWO = BigInteger.TWO;

  private final BigInteger p;
  private final BigInteger g;
  private final @Nullable BigInteger q;

  /**
   * @throws IllegalArgumentException when the prime's size is out of range
   */
  public DhParameters(DHParameters group) {
    this(group.getP(), group.getG(), group.getQ());
  }

  private DhParameters(BigInteger p, BigInteger g, @Nullable BigInteger q) {
    boolean sizes = p.bitLength() >= PRIME_BITS_MIN && p.bitLength() <= PRIME_BITS_MAX;
    boolean order = q == null || (q.signum() > 0 && q.compareTo(p) < 0);
    if (!sizes || !order || !p.testBit(0) || !isWithin(g, p)) {
      throw new IllegalArgumentException("group modulo a number of " + p.bitLength() + " bits");
    }
    this.p = p;
    this.g = g;
    this.q = q;
  }

  /** As DER of PKCS #3 and X9.42 wants them. */
  public DHParameters group() {
    return new DHParameters(p, g, q);
  }

  @Override
  BigInteger privateKeyLimit() {
    return q == null ? BigInteger.ONE.shiftLeft(PRIVATE_KEY_BITS) : q;
  }

  /** An unsigned integer without leading zeros, over which tokens are made as well. */
  @Override
  byte[] publicKey(BigInteger privateKey) {
    return BigIntegers.asUnsignedByteArray(g.modPow(privateKey, p));
  }

  @Override
  byte[] agree(BigInteger privateKey, byte[] peer) throws MalformedDataException {
    return fixed(number(peer).modPow(privateKey, p));
  }

  @Override
  public DhParameters mapGeneric(byte[] nonce, EphemeralKey own, byte[] peer)
      throws MalformedDataException {
    BigInteger shared = number(peer).modPow(new BigInteger(1, own.privateKey()), p);
    BigInteger mapped = g.modPow(new BigInteger(1, nonce), p).multiply(shared).mod(p);
    return new DhParameters(p, mapped, q);
  }

  @Override
  public DhParameters mapIntegrated(
      SessionAlgorithm algorithm, byte[] nonce, byte[] terminalNonce) {
    if (q == null) {
      throw new IllegalArgumentException("integrated mapping needs the subgroup's order");
    }
    BigInteger cofactor = p.subtract(BigInteger.ONE).divide(q);
    BigInteger element = IntegratedMapping.fieldElement(algorithm, nonce, terminalNonce, p);
    return new DhParameters(p, element.modPow(cofactor, p), q);
  }

  @Override
  public int publicKeyTag() {
    return PUBLIC_KEY_TAG;
  }

  @Override
  public byte[] compressed(byte[] publicKey) {
    return KeyDerivation.sha1(publicKey);
  }

  private BigInteger number(byte[] peer) throws MalformedDataException {
    BigInteger y = new BigInteger(1, peer);
    if (peer.length > primeBytes() || !isWithin(y, p)) {
      throw new MalformedDataException("no public key of this group");
    }
    if (q != null && !y.modPow(q, p).equals(BigInteger.ONE)) {
      throw new MalformedDataException("public key of another subgroup");
    }
    return y;
  }

  /** 2 to p-2: neither of the two elements of order one and two. */
  private static boolean isWithin(BigInteger y, BigInteger p) {
    return y.compareTo(TWO) >= 0 && y.compareTo(p.subtract(TWO)) <= 0;
  }

  private int primeBytes() {
    return (p.bitLength() + 7) / 8;
  }

  private byte[] fixed(BigInteger number) {
    return BigIntegers.asUnsignedByteArray(primeBytes(), number);
  }

  @Override
  public String toString() {
    return "DhParameters";
  }
}
