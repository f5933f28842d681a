package egate.emrtd;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** An elliptic curve over a prime field and a generator of its subgroup. */
public final class EcParameters extends DomainParameters {
  private static final int PUBLIC_KEY_TAG = 0x86;
  private static final int UNCOMPRESSED = 0x04;

  private final ECDomainParameters curve;

  public EcParameters(ECDomainParameters curve) {
    if (!ECAlgorithms.isFpCurve(curve.getCurve())) {
      throw new IllegalArgumentException("no curve over a prime field");
    }
    this.curve = curve;
  }

  /** The curve with its generator. */
  public ECDomainParameters curve() {
    return curve;
  }

  @Override
  BigInteger privateKeyLimit() {
    return curve.getN();
  }

  @Override
  byte[] publicKey(BigInteger privateKey) {
    return curve.getG().multiply(privateKey).getEncoded(false);
  }

  @Override
  byte[] agree(BigInteger privateKey, byte[] peer) throws MalformedDataException {
    return sharedPoint(privateKey, peer).getAffineXCoord().getEncoded();
  }

  @Override
  public EcParameters mapGeneric(byte[] nonce, EphemeralKey own, byte[] peer)
      throws MalformedDataException {
    ECPoint shared = sharedPoint(new BigInteger(1, own.privateKey()), peer);
    BigInteger s = new BigInteger(1, nonce).mod(curve.getN());
    return withGenerator(curve.getG().multiply(s).add(shared));
  }

  /** Point encoding by Brier and others, Doc 9303-11 appendix B.2; the prime is 3 modulo 4. */
  @Override
  public EcParameters mapIntegrated(
      SessionAlgorithm algorithm, byte[] nonce, byte[] terminalNonce) {
    BigInteger p = prime();
    if (!p.testBit(1)) {
      throw new IllegalArgumentException("no integrated mapping on this curve");
    }
    BigInteger t = IntegratedMapping.fieldElement(algorithm, nonce, terminalNonce, p);
    return withGenerator(encoded(t).multiply(curve.getH()));
  }

  private ECPoint encoded(BigInteger t) {
    BigInteger p = prime();
    BigInteger a = curve.getCurve().getA().toBigInteger();
    BigInteger b = curve.getCurve().getB().toBigInteger();
    BigInteger alpha = t.multiply(t).negate().mod(p);
    BigInteger inverse = alpha.add(alpha.multiply(alpha)).modInverse(p);
    BigInteger x2 =
        b.negate().multiply(a.modInverse(p)).multiply(inverse.add(BigInteger.ONE)).mod(p);
    BigInteger x3 = alpha.multiply(x2).mod(p);
    BigInteger h2 = rightSide(x2, a, b);
    BigInteger u = t.modPow(BigInteger.valueOf(3), p).multiply(h2).mod(p);
    BigInteger quarter = p.add(BigInteger.ONE).shiftRight(2);
    BigInteger root = h2.modPow(p.subtract(BigInteger.ONE).subtract(quarter), p);
    boolean square = root.multiply(root).multiply(h2).mod(p).equals(BigInteger.ONE);
    return square
        ? curve.getCurve().createPoint(x2, root.multiply(h2).mod(p))
        : curve.getCurve().createPoint(x3, root.multiply(u).mod(p));
  }

  private BigInteger rightSide(BigInteger x, BigInteger a, BigInteger b) {
    return x.modPow(BigInteger.valueOf(3), prime()).add(a.multiply(x)).add(b).mod(prime());
  }

  private BigInteger prime() {
    return curve.getCurve().getField().getCharacteristic();
  }

  private EcParameters withGenerator(ECPoint generator) {
    ECPoint affine = generator.normalize();
    if (affine.isInfinity()) {
      throw new IllegalArgumentException("the mapped generator is no generator");
    }
    ECCurve same = curve.getCurve();
    return new EcParameters(new ECDomainParameters(same, affine, curve.getN(), curve.getH()));
  }

  @Override
  public int publicKeyTag() {
    return PUBLIC_KEY_TAG;
  }

  @Override
  public byte[] compressed(byte[] publicKey) {
    return Arrays.copyOfRange(publicKey, 1, 1 + fieldBytes());
  }

  /** Whether this is the curve of these standardised parameters. */
  public boolean isCurveOf(StandardParameters standard) {
    return standard.parameters() instanceof EcParameters other
        && other.curve.getCurve().equals(curve.getCurve())
        && other.curve.getN().equals(curve.getN());
  }

  /** Whether a scalar times this point is that other point; PACE-CAM's equation. */
  public boolean multiplies(byte[] scalar, byte[] point, byte[] product)
      throws MalformedDataException {
    BigInteger factor = new BigInteger(1, scalar).mod(curve.getN());
    return point(point).multiply(factor).equals(point(product));
  }

  private ECPoint sharedPoint(BigInteger privateKey, byte[] peer) throws MalformedDataException {
    ECPoint shared = point(peer).multiply(privateKey).normalize();
    if (shared.isInfinity()) {
      throw new MalformedDataException("public key of a small group");
    }
    return shared;
  }

  /** Uncompressed only; on the curve, in the subgroup, and not at infinity. */
  private ECPoint point(byte[] encoded) throws MalformedDataException {
    if (encoded.length != 1 + 2 * fieldBytes() || encoded[0] != UNCOMPRESSED) {
      throw new MalformedDataException("no uncompressed point of this curve");
    }
    try {
      ECPoint point = curve.getCurve().decodePoint(encoded);
      if (!point.isValid() || point.isInfinity()) {
        throw new MalformedDataException("point is not on the curve");
      }
      return point;
    } catch (IllegalArgumentException e) {
      throw new MalformedDataException("point is not on the curve");
    }
  }

  private int fieldBytes() {
    return (curve.getCurve().getFieldSize() + 7) / 8;
  }

  @Override
  public String toString() {
    return "EcParameters";
  }
}
