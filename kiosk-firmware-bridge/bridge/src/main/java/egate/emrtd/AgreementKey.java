package egate.emrtd;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.BigIntegers;

/** A static public key for key agreement, and its group (Doc 9303-11 section 9.2.6). */
public final class AgreementKey {
  /** Twice what a group of 4,096 bits takes. */
  private static final int BYTES_MAX = 4_096;

  /** Explicit parameters of a 521-bit curve with seed and cofactor take less than half of it. */
  private static final int CURVE_BYTES_MAX = 1_024;

  /** standardizedDomainParameters: their number stands in the place of parameters. */
  private static final ASN1ObjectIdentifier STANDARDISED =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");

  private final DomainParameters parameters;
  private final byte[] publicKey;

  private AgreementKey(DomainParameters parameters, byte[] publicKey) {
    this.parameters = parameters;
    this.publicKey = publicKey;
  }

  /**
   * Parses a SubjectPublicKeyInfo. That the key is one of its group shows when it is used.
   *
   * @throws MalformedDataException also where the group is of a kind that is not supported
   */
  public static AgreementKey parse(byte[] publicKeyInfo) throws MalformedDataException {
    if (publicKeyInfo.length > BYTES_MAX) {
      throw new MalformedDataException("public key of " + publicKeyInfo.length + " bytes");
    }
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKeyInfo);
      return STANDARDISED.equals(info.getAlgorithm().getAlgorithm())
          ? standardised(info)
          : explicit(info);
    } catch (IOException | RuntimeException e) {
      // BouncyCastle reports malformed keys as exceptions of many types.
      throw new MalformedDataException("malformed public key: " + e.getClass().getSimpleName());
    }
  }

  private static AgreementKey standardised(SubjectPublicKeyInfo info)
      throws MalformedDataException, IOException {
    int id = ASN1Integer.getInstance(info.getAlgorithm().getParameters()).intValueExact();
    StandardParameters standard =
        StandardParameters.of(id)
            .orElseThrow(() -> new MalformedDataException("unknown domain parameters"));
    DomainParameters parameters = standard.parameters();
    if (parameters instanceof DhParameters dh) {
      return ofDh(dh, ASN1Integer.getInstance(info.parsePublicKey()).getPositiveValue());
    }
    return new AgreementKey(parameters, info.getPublicKeyData().getOctets());
  }

  private static AgreementKey explicit(SubjectPublicKeyInfo info)
      throws IOException, MalformedDataException {
    if (info.getAlgorithm().getEncoded().length > CURVE_BYTES_MAX && !isPossiblyDh(info)) {
      throw new MalformedDataException("public key of an oversized curve");
    }
    AsymmetricKeyParameter key = PublicKeyFactory.createKey(info);
    return switch (key) {
      case ECPublicKeyParameters ec ->
          new AgreementKey(new EcParameters(ec.getParameters()), ec.getQ().getEncoded(false));
      case DHPublicKeyParameters dh -> ofDh(new DhParameters(dh.getParameters()), dh.getY());
      default -> throw new MalformedDataException("public key of another kind");
    };
  }

  private static boolean isPossiblyDh(SubjectPublicKeyInfo info) {
    String oid = info.getAlgorithm().getAlgorithm().getId();
    return oid.equals("1.2.840.113549.1.3.1") || oid.equals("1.2.840.10046.2.1");
  }

  private static AgreementKey ofDh(DhParameters group, BigInteger y) {
    int primeBytes = (group.group().getP().bitLength() + 7) / 8;
    return new AgreementKey(group, BigIntegers.asUnsignedByteArray(primeBytes, y));
  }

  public DomainParameters parameters() {
    return parameters;
  }

  /** As it travels, a copy. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public String toString() {
    return "AgreementKey";
  }
}
