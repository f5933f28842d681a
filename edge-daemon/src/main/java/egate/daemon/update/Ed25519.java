package egate.daemon.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Signatures of updates and trust stores (RFC 8032). */
final class Ed25519 {
  static final int SIGNATURE_BYTES = 64;

  /** What comes before the 32 bytes of a key in a SubjectPublicKeyInfo (RFC 8410). */
  private static final String KEY_PREFIX = "302a300506032b6570032100";

  private Ed25519() {}

  /**
   * Whether a signature holds.
   *
   * @param key 64 hexadecimal digits
   */
  static boolean holds(String key, byte[] covered, byte[] signature) {
    try {
      byte[] encoded = HexFormat.of().parseHex(KEY_PREFIX + key);
      PublicKey parsed =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(parsed);
      verifier.update(covered);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a key or a signature of an impossible form
    }
  }

  static byte[] sign(PrivateKey key, byte[] covered) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(covered);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot sign", e);
    }
  }

  /** From a file as {@code openssl genpkey -algorithm ed25519} writes it. */
  static PrivateKey read(Path pem) throws UpdateException {
    try {
      String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new UpdateException(
          pem
              + ": holds no Ed25519 private key; make one with 'openssl genpkey -algorithm ed25519'",
          e);
    }
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
