package egate.inspection;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** A chip's signature over the terminal's challenge (Doc 9303-11 section 6.1). */
public final class ChallengeSignature {
  private ChallengeSignature() {}

  /**
   * Whether it holds under the chip's public key.
   *
   * @param publicKeyInfo a SubjectPublicKeyInfo in DER
   * @param signatureOid the value of the scheme's object identifier, for ECDSA
   */
  public static boolean holds(
      byte[] publicKeyInfo, Optional<byte[]> signatureOid, byte[] challenge, byte[] signature)
      throws UnsupportedAlgorithmException {
    SubjectPublicKeyInfo key = parse(publicKeyInfo);
    ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
    if (PKCSObjectIdentifiers.rsaEncryption.equals(kind)) {
      return Iso9796Signature.holds(rsa(key), challenge, signature);
    }
    if (!X9ObjectIdentifiers.id_ecPublicKey.equals(kind)) {
      throw new UnsupportedAlgorithmException("public key of another kind");
    }
    for (SignatureScheme scheme : ecdsa(signatureOid)) {
      if (SignatureVerifier.holds(scheme, key, challenge, signature)) {
        return true;
      }
    }
    return false;
  }

  private static SubjectPublicKeyInfo parse(byte[] key) throws UnsupportedAlgorithmException {
    try {
      return SubjectPublicKeyInfo.getInstance(key);
    } catch (RuntimeException e) {
      // BouncyCastle reports malformed keys as exceptions of many types.
      throw new UnsupportedAlgorithmException("no public key");
    }
  }

  private static RSAKeyParameters rsa(SubjectPublicKeyInfo key)
      throws UnsupportedAlgorithmException {
    try {
      return SignatureVerifier.rsaKey(key);
    } catch (IOException | RuntimeException e) {
      throw new UnsupportedAlgorithmException("no RSA key");
    }
  }

  /**
   * The named scheme, or every digest: a signature that holds under one of them is no forgery. Doc
   * 9303 wants both numbers side by side; chips with DER are known.
   */
  private static List<SignatureScheme> ecdsa(Optional<byte[]> signatureOid)
      throws UnsupportedAlgorithmException {
    if (signatureOid.isEmpty()) {
      return Arrays.stream(DigestAlgorithm.values())
          .flatMap(digest -> bothForms(digest).stream())
          .toList();
    }
    AlgorithmIdentifier named = algorithm(signatureOid.get());
    return switch (SignatureScheme.of(named, named)) {
      case SignatureScheme.PlainEcdsa ecdsa -> bothForms(ecdsa.digest());
      case SignatureScheme.Ecdsa ecdsa -> bothForms(ecdsa.digest());
      case SignatureScheme.RsaPkcs1 rsa -> throw notEcdsa();
      case SignatureScheme.RsaPss rsa -> throw notEcdsa();
    };
  }

  private static UnsupportedAlgorithmException notEcdsa() {
    return new UnsupportedAlgorithmException("an RSA scheme for an elliptic curve key");
  }

  private static List<SignatureScheme> bothForms(DigestAlgorithm digest) {
    return List.of(new SignatureScheme.PlainEcdsa(digest), new SignatureScheme.Ecdsa(digest));
  }

  private static AlgorithmIdentifier algorithm(byte[] oid) throws UnsupportedAlgorithmException {
    try {
      return new AlgorithmIdentifier(ASN1ObjectIdentifier.fromContents(oid));
    } catch (RuntimeException e) {
      throw new UnsupportedAlgorithmException("signature without a proper name");
    }
  }
}
