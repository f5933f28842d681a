package egate.daemon.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The serial line to the officer's desk.
 *
 * @param path its port, relative to the state folder
 * @param baud bits per second, one of {@link SerialDevice#BAUDS}
 * @param key the desk's public key, Ed25519, as base64 of its X.509 form; in the profile itself, so
 *     that the profile's signature covers it
 */
public record Desk(String path, int baud, String key) {
  static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{59}=");

  public Desk {
    var _ = key(key);
  }

  /** The key by which the desk's orders are signed. */
  public PublicKey publicKey() {
    return key(key);
  }

  private static PublicKey key(String base64) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the desk's key is no Ed25519 public key", e);
    }
  }
}
