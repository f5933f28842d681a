package egate.emrtd;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECCurve;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a CV certificate (BSI TR-03110-3 section D.3): RSA, or a point on a curve that
 * only a CVCA's certificate spells out and those below it inherit. Parsed is bounded, not yet a key
 * that can be used.
 */
public final class CvPublicKey {
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final List<Integer> RSA_OBJECTS = List.of(OBJECT_IDENTIFIER, 0x81, 0x82);
  private static final List<Integer> POINT_OBJECTS = List.of(OBJECT_IDENTIFIER, 0x86);
  private static final List<Integer> CURVE_OBJECTS =
      List.of(OBJECT_IDENTIFIER, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87);

  /** Beyond these no chip verifies. */
  private static final int MODULUS_BYTES_MAX = 512;

  private static final int MODULUS_BYTES_MIN = 128;
  private static final int EXPONENT_BYTES_MAX = 8;

  /** Of 521 bits. */
  private static final int FIELD_BYTES_MAX = 66;

  private static final int FIELD_BYTES_MIN = 20;
  private static final int COFACTOR_BYTES_MAX = 8;
  private static final int UNCOMPRESSED = 0x04;

  private final TerminalSignature signature;
  private final List<byte[]> numbers;

  private CvPublicKey(TerminalSignature signature, List<byte[]> numbers) {
    this.signature = signature;
    this.numbers = numbers;
  }

  /** The data object 7F49. */
  static CvPublicKey parse(Tlv object) throws MalformedDataException {
    List<Tlv> children = object.children();
    List<Integer> tags = children.stream().map(Tlv::tag).toList();
    if (tags.isEmpty() || tags.getFirst() != OBJECT_IDENTIFIER) {
      throw new MalformedDataException("public key without an object identifier");
    }
    TerminalSignature signature =
        TerminalSignature.of(children.getFirst().value())
            .orElseThrow(() -> new MalformedDataException("public key of an unknown scheme"));
    List<byte[]> numbers = new ArrayList<>();
    for (Tlv child : children.subList(1, children.size())) {
      numbers.add(child.value());
    }
    boolean rsa = signature.kind().isRsa();
    boolean complete =
        rsa ? tags.equals(RSA_OBJECTS) : tags.equals(POINT_OBJECTS) || tags.equals(CURVE_OBJECTS);
    if (!complete || !(rsa ? isRsaWithinBounds(numbers) : isPointWithinBounds(numbers))) {
      throw new MalformedDataException("public key whose data objects are not those of its scheme");
    }
    return new CvPublicKey(signature, numbers);
  }

  private static boolean isRsaWithinBounds(List<byte[]> numbers) {
    return isBetween(numbers.get(0).length, MODULUS_BYTES_MIN, MODULUS_BYTES_MAX)
        && isBetween(numbers.get(1).length, 1, EXPONENT_BYTES_MAX);
  }

  /** The point alone, or prime, a, b, generator, order, point and cofactor. */
  private static boolean isPointWithinBounds(List<byte[]> numbers) {
    if (numbers.size() == 1) {
      return isPoint(numbers.getFirst());
    }
    int field = numbers.getFirst().length;
    return isBetween(field, FIELD_BYTES_MIN, FIELD_BYTES_MAX)
        && isBetween(numbers.get(1).length, 1, field)
        && isBetween(numbers.get(2).length, 1, field)
        && numbers.get(3).length == 1 + 2 * field
        && isPoint(numbers.get(3))
        && isBetween(numbers.get(4).length, FIELD_BYTES_MIN, FIELD_BYTES_MAX)
        && numbers.get(5).length == 1 + 2 * field
        && isPoint(numbers.get(5))
        && isBetween(numbers.get(6).length, 1, COFACTOR_BYTES_MAX);
  }

  private static boolean isPoint(byte[] point) {
    return point.length % 2 == 1
        && isBetween(point.length / 2, FIELD_BYTES_MIN, FIELD_BYTES_MAX)
        && point[0] == UNCOMPRESSED;
  }

  private static boolean isBetween(int value, int least, int most) {
    return value >= least && value <= most;
  }

  /** How this key signs. */
  public TerminalSignature signature() {
    return signature;
  }

  /** Whether the curve is spelled out; an RSA key lacks nothing either. */
  public boolean isComplete() {
    return signature.kind().isRsa() || numbers.size() > 1;
  }

  /** This key with the curve of the key that certified it, where it names none itself. */
  public CvPublicKey under(CvPublicKey authority) {
    if (isComplete() || authority.signature.kind().isRsa() || !authority.isComplete()) {
      return this;
    }
    List<byte[]> inherited = new ArrayList<>(authority.numbers);
    inherited.set(5, numbers.getFirst());
    return new CvPublicKey(signature, inherited);
  }

  /**
   * The key as certificates of X.509 hold it.
   *
   * @throws MalformedDataException when it is incomplete, or its numbers make no key
   */
  public SubjectPublicKeyInfo info() throws MalformedDataException {
    try {
      return signature.kind().isRsa() ? rsa() : ec();
    } catch (IOException | RuntimeException e) {
      // BouncyCastle reports numbers that make no curve as exceptions of many types.
      throw new MalformedDataException("malformed public key: " + e.getClass().getSimpleName());
    }
  }

  private SubjectPublicKeyInfo rsa() throws IOException {
    RSAPublicKey key = new RSAPublicKey(number(0), number(1));
    return info(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, key.getEncoded());
  }

  private SubjectPublicKeyInfo ec() throws MalformedDataException {
    if (!isComplete()) {
      throw new MalformedDataException("public key whose curve is nowhere spelled out");
    }
    ECCurve curve = new ECCurve.Fp(number(0), number(1), number(2), number(4), number(6));
    X9ECPoint generator = new X9ECPoint(curve, numbers.get(3));
    X9ECParameters parameters = new X9ECParameters(curve, generator, number(4), number(6));
    return info(X9ObjectIdentifiers.id_ecPublicKey, parameters.toASN1Primitive(), numbers.get(5));
  }

  private static SubjectPublicKeyInfo info(
      ASN1ObjectIdentifier kind, ASN1Encodable parameters, byte[] key) {
    return new SubjectPublicKeyInfo(new AlgorithmIdentifier(kind, parameters), key);
  }

  private BigInteger number(int index) {
    return new BigInteger(1, numbers.get(index));
  }

  /** The public point or modulus, by which two certificates of one key are known. */
  public byte[] material() {
    return numbers.get(isComplete() && !signature.kind().isRsa() ? 5 : 0).clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CvPublicKey key
        && signature == key.signature
        && Arrays.deepEquals(numbers.toArray(), key.numbers.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(numbers.toArray());
  }

  @Override
  public String toString() {
    return "CvPublicKey " + signature;
  }
}
