package egate.daemon.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys that tests use. */
public final class Keys {
  private static final Path FOLDER = make();

  private Keys() {}

  /** A master key; always the same one. */
  public static DatabaseKey master() {
    try {
      return DatabaseKey.read(FOLDER.resolve("database.key"));
    } catch (OutboxException e) {
      throw new AssertionError(e);
    }
  }

  /** The master key in a folder. */
  public static DatabaseKey master(Path folder) throws OutboxException {
    return DatabaseKey.read(folder.resolve("database.key"));
  }

  /** A device key, P-256; always the same one. */
  public static DeviceKey device() {
    return device(FOLDER.resolve("device.key"));
  }

  public static DeviceKey device(Path file) {
    try {
      return DeviceKey.read(file);
    } catch (KeyException e) {
      throw new AssertionError(e);
    }
  }

  /** The public half of {@link #device()}. */
  public static DevicePublicKey devicePublic() {
    try {
      return DevicePublicKey.read(FOLDER.resolve("device.pub"));
    } catch (KeyException e) {
      throw new AssertionError(e);
    }
  }

  /** Writes device.key and device.pub, of the algorithm EC or Ed25519. */
  public static void writePair(Path folder, String algorithm) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      KeyPair pair = generator.generateKeyPair();
      write(folder.resolve("device.key"), "PRIVATE KEY", pair.getPrivate().getEncoded());
      write(folder.resolve("device.pub"), "PUBLIC KEY", pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(Path file, String label, byte[] encoded) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("egate-keys");
      Files.writeString(folder.resolve("database.key"), "0123456789abcdef".repeat(4) + "\n");
      writePair(folder, "EC");
      for (String name : new String[] {"database.key", "device.key", "device.pub"}) {
        folder.resolve(name).toFile().deleteOnExit();
      }
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
