package egate.daemon.journal;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public half of a gate's device key: all that an auditor needs. */
public final class DevicePublicKey {
  private final PublicKey key;
  private final SignatureKind kind;

  private DevicePublicKey(PublicKey key, SignatureKind kind) {
    this.key = key;
    this.kind = kind;
  }

  /**
   * Reads a public key, or the certificate that holds it, in PEM.
   *
   * @throws KeyException when the file is missing or holds something else
   */
  public static DevicePublicKey read(Path file) throws KeyException {
    PublicKey key =
        Pem.holds(file, "CERTIFICATE")
            ? ofCertificate(file, Pem.read(file, "CERTIFICATE"))
            : ofKey(Pem.read(file, "PUBLIC KEY"));
    if (key != null) {
      var kind = SignatureKind.of(key);
      if (kind.isPresent()) {
        return new DevicePublicKey(key, kind.get());
      }
    }
    throw new KeyException("public key " + file + " is neither Ed25519 nor ECDSA P-256");
  }

  /** Whether the head's signature is this gate's. */
  public boolean signed(SignedHead head) {
    try {
      Signature signature = Signature.getInstance(kind.algorithm);
      signature.initVerify(key);
      signature.update(head.statement());
      return signature.verify(Base64.getDecoder().decode(head.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable PublicKey ofKey(byte[] encoded) {
    for (String algorithm : List.of("EdDSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
      } catch (GeneralSecurityException e) {
        // Of the other kind, perhaps.
      }
    }
    return null;
  }

  private static PublicKey ofCertificate(Path file, byte[] encoded) throws KeyException {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(encoded))
          .getPublicKey();
    } catch (CertificateException e) {
      throw new KeyException("certificate " + file + " cannot be read", e);
    }
  }
}
