package egate.terminal;

import egate.emrtd.KeyUnavailableException;
import egate.emrtd.TerminalSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A private key in a PKCS#12 file, the only one in it. */
final class Pkcs12Key {
  private static final int FILE_BYTES_MAX = 65_536;

  private Pkcs12Key() {}

  /**
   * Opens the file once; the key then lies in this process's memory.
   *
   * @param password wiped by the caller
   */
  static TerminalKey open(
      Path file, char[] password, TerminalSignature signature, SecureRandom random)
      throws KeyUnavailableException {
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new KeyUnavailableException(file + " is too large for a PKCS#12 file with one key");
      }
      // BouncyCastle's, for the JDK's knows no brainpool curve.
      KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
      store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
      byte[] encoded = only(file, store, password).getEncoded();
      return new PrivateKeySigner(signature, PrivateKeyFactory.createKey(encoded), random);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // Wrong passwords and malformed files come as exceptions of many types.
      throw new KeyUnavailableException(file + " cannot be opened; check it and its password");
    }
  }

  private static Key only(Path file, KeyStore store, char[] password)
      throws GeneralSecurityException, KeyUnavailableException {
    for (String alias : Collections.list(store.aliases())) {
      Key key = store.getKey(alias, password);
      if (key != null) {
        return key;
      }
    }
    throw new KeyUnavailableException(file + " holds no private key");
  }
}
