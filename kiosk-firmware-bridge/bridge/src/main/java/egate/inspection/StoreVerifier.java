package egate.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The public half of the key that trust stores are signed with, Ed25519 (RFC 8032). */
public final class StoreVerifier {
  private static final int KEY_BYTES = 32;

  /** So that a signature over a store is one over nothing else. */
  private static final byte[] PURPOSE = "egate trust store\0".getBytes(StandardCharsets.US_ASCII);

  private final Ed25519PublicKeyParameters key;

  private StoreVerifier(Ed25519PublicKeyParameters key) {
    this.key = key;
  }

  /** From its bytes; throws {@link IllegalArgumentException} when they are no such key. */
  public static StoreVerifier of(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("key of " + key.length + " bytes, not " + KEY_BYTES);
    }
    return new StoreVerifier(new Ed25519PublicKeyParameters(key));
  }

  /** From 64 hexadecimal digits, as a profile has it. */
  public static StoreVerifier parse(String hexadecimal) {
    return of(HexFormat.of().parseHex(hexadecimal));
  }

  /** 64 hexadecimal digits. */
  public String hexadecimal() {
    return HexFormat.of().formatHex(key.getEncoded());
  }

  boolean holds(byte[] digest, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, key);
    byte[] covered = covered(digest);
    verifier.update(covered, 0, covered.length);
    return verifier.verifySignature(signature);
  }

  static byte[] covered(byte[] digest) {
    byte[] covered = Arrays.copyOf(PURPOSE, PURPOSE.length + digest.length);
    System.arraycopy(digest, 0, covered, PURPOSE.length, digest.length);
    return covered;
  }
}
