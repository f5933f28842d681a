package egate.inspection;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** The private half of the key that trust stores are signed with, Ed25519 (RFC 8032). */
public final class StoreSigner {
  static final int SIGNATURE_BYTES = 64;

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final Ed25519PrivateKeyParameters key;

  private StoreSigner(Ed25519PrivateKeyParameters key) {
    this.key = key;
  }

  /**
   * From its 32 secret bytes (RFC 8032 section 5.1.5).
   *
   * @param seed 32 bytes
   */
  public static StoreSigner of(byte[] seed) {
    return new StoreSigner(new Ed25519PrivateKeyParameters(seed));
  }

  /** From the text that {@code openssl genpkey -algorithm ed25519} writes; empty from any other. */
  public static Optional<StoreSigner> ofPem(String pem) {
    String text = pem.strip();
    if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
      return Optional.empty();
    }
    String body = text.substring(BEGIN.length(), text.length() - END.length());
    try {
      return PrivateKeyFactory.createKey(Base64.getMimeDecoder().decode(body))
              instanceof Ed25519PrivateKeyParameters ed25519
          ? Optional.of(new StoreSigner(ed25519))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // BouncyCastle reports malformed keys as exceptions of many types.
      return Optional.empty();
    }
  }

  /** The public half. */
  public StoreVerifier verifier() {
    return StoreVerifier.of(key.generatePublicKey().getEncoded());
  }

  byte[] sign(byte[] digest) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    byte[] covered = StoreVerifier.covered(digest);
    signer.update(covered, 0, covered.length);
    return signer.generateSignature();
  }

  @Override
  public String toString() {
    return "StoreSigner";
  }
}
