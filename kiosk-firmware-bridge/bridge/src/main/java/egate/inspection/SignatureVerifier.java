package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Verifies signatures under public keys whose size is bounded, since a chip may send any. */
public final class SignatureVerifier {
  private static final int MODULUS_BITS_MIN = 1_024;
  private static final int MODULUS_BITS_MAX = 8_192;
  private static final int EXPONENT_BITS_MAX = 64;

  /** Explicit parameters of a 521-bit curve with seed and cofactor take less than half of it. */
  private static final int CURVE_BYTES_MAX = 1_024;

  private SignatureVerifier() {}

  /** Whether the signature over the data holds under the key. */
  public static boolean holds(
      SignatureScheme scheme, SubjectPublicKeyInfo key, byte[] data, byte[] signature)
      throws UnsupportedAlgorithmException {
    if (!fits(scheme, key)) {
      return false;
    }
    Signer verifier = verifier(scheme);
    verifier.init(false, ofKind(scheme, key));
    verifier.update(data, 0, data.length);
    try {
      return verifier.verifySignature(signature);
    } catch (RuntimeException e) {
      return false; // a signature whose encoding or size is wrong
    }
  }

  /** Whether a certificate was signed with this key. */
  public static boolean isSignedWith(EmrtdCertificate certificate, SubjectPublicKeyInfo key)
      throws UnsupportedAlgorithmException {
    return holds(
        SignatureScheme.of(certificate.signatureAlgorithm(), certificate.signatureAlgorithm()),
        key,
        certificate.signed(),
        certificate.signature());
  }

  /** States change from RSA to elliptic curves under one name: the other key is just not it. */
  private static boolean fits(SignatureScheme scheme, SubjectPublicKeyInfo key) {
    ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
    return switch (scheme) {
      case SignatureScheme.RsaPkcs1 rsa -> PKCSObjectIdentifiers.rsaEncryption.equals(kind);
      case SignatureScheme.RsaPss pss ->
          PKCSObjectIdentifiers.rsaEncryption.equals(kind)
              || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(kind);
      case SignatureScheme.Ecdsa ecdsa -> X9ObjectIdentifiers.id_ecPublicKey.equals(kind);
      case SignatureScheme.PlainEcdsa ecdsa -> X9ObjectIdentifiers.id_ecPublicKey.equals(kind);
    };
  }

  private static Signer verifier(SignatureScheme scheme) {
    return switch (scheme) {
      case SignatureScheme.RsaPkcs1 rsa -> new RSADigestSigner(rsa.digest().start());
      case SignatureScheme.RsaPss pss ->
          new PSSSigner(new RSAEngine(), pss.digest().start(), pss.mask().start(), pss.saltBytes());
      case SignatureScheme.Ecdsa ecdsa -> ecdsa(ecdsa.digest(), StandardDSAEncoding.INSTANCE);
      case SignatureScheme.PlainEcdsa ecdsa -> ecdsa(ecdsa.digest(), PlainDSAEncoding.INSTANCE);
    };
  }

  private static Signer ecdsa(DigestAlgorithm digest, DSAEncoding encoding) {
    return new DSADigestSigner(new ECDSASigner(), digest.start(), encoding);
  }

  private static AsymmetricKeyParameter ofKind(SignatureScheme scheme, SubjectPublicKeyInfo key)
      throws UnsupportedAlgorithmException {
    try {
      return switch (scheme) {
        case SignatureScheme.RsaPkcs1 rsa -> rsaKey(key);
        case SignatureScheme.RsaPss pss -> rsaKey(key);
        case SignatureScheme.Ecdsa ecdsa -> ecKey(key);
        case SignatureScheme.PlainEcdsa ecdsa -> ecKey(key);
      };
    } catch (IOException | RuntimeException e) {
      // BouncyCastle reports malformed keys as exceptions of many types.
      throw new UnsupportedAlgorithmException("a public key that does not fit the signature");
    }
  }

  /** An RSA key whose size is within bounds. */
  static RSAKeyParameters rsaKey(SubjectPublicKeyInfo key)
      throws IOException, UnsupportedAlgorithmException {
    RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
    int bits = rsa.getModulus().bitLength();
    if (bits < MODULUS_BITS_MIN
        || bits > MODULUS_BITS_MAX
        || rsa.getPublicExponent().bitLength() > EXPONENT_BITS_MAX) {
      throw new UnsupportedAlgorithmException("RSA key of " + bits + " bits");
    }
    // Trusted to be well formed: whether it is the issuer's key is what the chain decides.
    return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent(), true);
  }

  /** Named curves and explicit parameters alike: 28 % of real CSCAs have the latter. */
  private static AsymmetricKeyParameter ecKey(SubjectPublicKeyInfo key)
      throws IOException, UnsupportedAlgorithmException {
    int curveBytes = key.getAlgorithm().getParameters().toASN1Primitive().getEncoded().length;
    if (curveBytes > CURVE_BYTES_MAX) {
      throw new UnsupportedAlgorithmException("curve of " + curveBytes + " bytes");
    }
    if (PublicKeyFactory.createKey(key) instanceof ECPublicKeyParameters ec) {
      return ec;
    }
    throw new UnsupportedAlgorithmException("no elliptic curve key");
  }
}
