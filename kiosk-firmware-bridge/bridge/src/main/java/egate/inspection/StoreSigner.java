package egate.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
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

  /**
   * From a file as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @throws IOException with one line when it cannot be read or holds no such key
   */
  public static StoreSigner read(Path pem) throws IOException {
    String text = Files.readString(pem).strip();
    if (text.startsWith(BEGIN) && text.endsWith(END)) {
      String body = text.substring(BEGIN.length(), text.length() - END.length());
      try {
        AsymmetricKeyParameter key =
            PrivateKeyFactory.createKey(Base64.getMimeDecoder().decode(body));
        if (key instanceof Ed25519PrivateKeyParameters ed25519) {
          return new StoreSigner(ed25519);
        }
      } catch (RuntimeException e) {
        // BouncyCastle reports malformed keys as exceptions of many types.
      }
    }
    throw new IOException(
        pem + ": holds no Ed25519 private key; make one with 'openssl genpkey -algorithm ed25519'");
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
