package egate.biometric.model;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 signature (RFC 8032) over a manifest's bytes, as {@code openssl pkeyutl} makes it. */
public final class ManifestSignature {
  private static final String ALGORITHM = "Ed25519";

  private ManifestSignature() {}

  /**
   * The public key in a PEM file.
   *
   * @throws PackException if it holds none
   */
  public static PublicKey key(String pem) throws PackException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PackException(
          PackException.Fault.MALFORMED, "key: holds no Ed25519 public key in PEM");
    }
  }

  static boolean isOf(PublicKey key, byte[] manifest, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(manifest);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
