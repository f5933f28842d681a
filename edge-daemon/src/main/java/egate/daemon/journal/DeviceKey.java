package egate.daemon.journal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The gate's own private key, Ed25519 or ECDSA P-256, by which it signs its record. */
public final class DeviceKey {
  private final PrivateKey key;
  private final SignatureKind kind;

  private DeviceKey(PrivateKey key, SignatureKind kind) {
    this.key = key;
    this.kind = kind;
  }

  /**
   * Reads an unencrypted PKCS #8 key in PEM.
   *
   * @throws KeyException when the file is missing or holds something else
   */
  public static DeviceKey read(Path file) throws KeyException {
    byte[] encoded = Pem.read(file, "PRIVATE KEY");
    try {
      for (String algorithm : List.of("EdDSA", "EC")) {
        PrivateKey key = decode(algorithm, encoded);
        if (key != null) {
          SignatureKind kind = SignatureKind.of(key).orElseThrow(() -> unfit(file));
          return new DeviceKey(key, kind);
        }
      }
      throw unfit(file);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** The signature in Base64. */
  String sign(byte[] statement) {
    try {
      Signature signature = Signature.getInstance(kind.algorithm);
      signature.initSign(key);
      signature.update(statement);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read can sign", e);
    }
  }

  @Override
  public String toString() {
    return "DeviceKey";
  }

  @org.jspecify.annotations.Nullable
  private static PrivateKey decode(String algorithm, byte[] encoded) {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static KeyException unfit(Path file) {
    return new KeyException(
        "device key "
            + file
            + " is neither Ed25519 nor ECDSA P-256: restore it, or make one with 'openssl genpkey"
            + " -algorithm EC -pkeyopt ec_paramgen_curve:P-256'");
  }
}
