package egate.inspection;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The signature schemes of Doc 9303-12 section 4.1.6.2, each with its digest. */
public sealed interface SignatureScheme {

  /** RSASSA-PKCS1-v1_5. */
  record RsaPkcs1(DigestAlgorithm digest) implements SignatureScheme {}

  /** RSASSA-PSS; the salt's length in bytes. */
  record RsaPss(DigestAlgorithm digest, DigestAlgorithm mask, int saltBytes)
      implements SignatureScheme {}

  /** ECDSA, its two numbers in DER. */
  record Ecdsa(DigestAlgorithm digest) implements SignatureScheme {}

  /** ECDSA, its two numbers side by side (BSI TR-03111). */
  record PlainEcdsa(DigestAlgorithm digest) implements SignatureScheme {}

  int SALT_BYTES_MAX = 512;

  Map<ASN1ObjectIdentifier, SignatureScheme> NAMED =
      Map.ofEntries(
          named("1.2.840.113549.1.1.5", new RsaPkcs1(DigestAlgorithm.SHA_1)),
          named("1.2.840.113549.1.1.14", new RsaPkcs1(DigestAlgorithm.SHA_224)),
          named("1.2.840.113549.1.1.11", new RsaPkcs1(DigestAlgorithm.SHA_256)),
          named("1.2.840.113549.1.1.12", new RsaPkcs1(DigestAlgorithm.SHA_384)),
          named("1.2.840.113549.1.1.13", new RsaPkcs1(DigestAlgorithm.SHA_512)),
          named("1.2.840.10045.4.1", new Ecdsa(DigestAlgorithm.SHA_1)),
          named("1.2.840.10045.4.3.1", new Ecdsa(DigestAlgorithm.SHA_224)),
          named("1.2.840.10045.4.3.2", new Ecdsa(DigestAlgorithm.SHA_256)),
          named("1.2.840.10045.4.3.3", new Ecdsa(DigestAlgorithm.SHA_384)),
          named("1.2.840.10045.4.3.4", new Ecdsa(DigestAlgorithm.SHA_512)),
          named("0.4.0.127.0.7.1.1.4.1.1", new PlainEcdsa(DigestAlgorithm.SHA_1)),
          named("0.4.0.127.0.7.1.1.4.1.2", new PlainEcdsa(DigestAlgorithm.SHA_224)),
          named("0.4.0.127.0.7.1.1.4.1.3", new PlainEcdsa(DigestAlgorithm.SHA_256)),
          named("0.4.0.127.0.7.1.1.4.1.4", new PlainEcdsa(DigestAlgorithm.SHA_384)),
          named("0.4.0.127.0.7.1.1.4.1.5", new PlainEcdsa(DigestAlgorithm.SHA_512)));

  private static Map.Entry<ASN1ObjectIdentifier, SignatureScheme> named(
      String oid, SignatureScheme scheme) {
    return Map.entry(new ASN1ObjectIdentifier(oid), scheme);
  }

  /**
   * The scheme of a certificate or a signer.
   *
   * @param digest named beside it, for issuers that write just the key's kind here
   */
  static SignatureScheme of(AlgorithmIdentifier algorithm, AlgorithmIdentifier digest)
      throws UnsupportedAlgorithmException {
    ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
    if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(oid)) {
      return pss(algorithm);
    }
    if (PKCSObjectIdentifiers.rsaEncryption.equals(oid)) {
      return new RsaPkcs1(DigestAlgorithm.of(digest.getAlgorithm()));
    }
    if (X9ObjectIdentifiers.id_ecPublicKey.equals(oid)) {
      return new Ecdsa(DigestAlgorithm.of(digest.getAlgorithm()));
    }
    SignatureScheme scheme = NAMED.get(oid);
    if (scheme == null) {
      throw new UnsupportedAlgorithmException("signature " + oid);
    }
    return scheme;
  }

  private static SignatureScheme pss(AlgorithmIdentifier algorithm)
      throws UnsupportedAlgorithmException {
    try {
      RSASSAPSSparams params = RSASSAPSSparams.getInstance(algorithm.getParameters());
      AlgorithmIdentifier mask =
          AlgorithmIdentifier.getInstance(params.getMaskGenAlgorithm().getParameters());
      int saltBytes = params.getSaltLength().intValueExact();
      if (saltBytes < 0 || saltBytes > SALT_BYTES_MAX) {
        throw new UnsupportedAlgorithmException("salt of " + saltBytes + " bytes");
      }
      return new RsaPss(
          DigestAlgorithm.of(params.getHashAlgorithm().getAlgorithm()),
          DigestAlgorithm.of(mask.getAlgorithm()),
          saltBytes);
    } catch (RuntimeException e) {
      // BouncyCastle reports parameters that are missing or malformed as exceptions of many types.
      throw new UnsupportedAlgorithmException("RSASSA-PSS without proper parameters");
    }
  }
}
