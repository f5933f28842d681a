package egate.daemon.update;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Keys, stores, packs and bundles as an agency would make them. */
public final class TestUpdates {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int CLOCK_BYTES = 23;

  private TestUpdates() {}

  public static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public static String hexadecimal(KeyPair keys) {
    byte[] encoded = keys.getPublic().getEncoded();
    return HexFormat.of().formatHex(encoded, encoded.length - 32, encoded.length);
  }

  /** As openssl writes it. */
  public static Path pem(Path file, KeyPair keys) throws IOException {
    return Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  /** A store as the daemon sees one: nine parts, of which the second are the anchors. */
  public static byte[] store(int version, String anchors) {
    return store(version, anchors, NOW.plusSeconds(86_400L * 365));
  }

  /** With a master list of Utopia that is good until a moment. */
  public static byte[] store(int version, String anchors, Instant limit) {
    byte[] certificates = anchors.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(24 + 36 + certificates.length + CLOCK_BYTES);
    out.putInt(0x45475453).putInt(2).putInt(version).putLong(NOW.getEpochSecond()).putInt(0);
    out.putInt(0).putInt(certificates.length).position(56);
    out.putInt(CLOCK_BYTES).put(certificates);
    out.put((byte) 1).put((byte) 'U').put((byte) 'T').putLong(NOW.getEpochSecond());
    byte[] covered = out.putLong(limit.getEpochSecond()).putInt(1).array();
    return ByteBuffer.allocate(covered.length + 32)
        .put(covered)
        .put(Ed25519.sha256(covered))
        .array();
  }

  /** A ZIP of one manifest with this text. */
  public static byte[] pack(String manifest) {
    return zip("manifest.json", manifest);
  }

  static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  static UpdateItem item(UpdateKind kind, int version, byte[] file) {
    return new UpdateItem(
        kind,
        version,
        NOW,
        NOW.plusSeconds(86_400),
        file.length,
        HexFormat.of().formatHex(Ed25519.sha256(file)));
  }

  /** One file, signed by these. */
  public static byte[] bundle(UpdateKind kind, int version, byte[] file, KeyPair... signers) {
    List<PrivateKey> keys = Arrays.stream(signers).map(KeyPair::getPrivate).toList();
    return UpdateBundle.make(List.of(item(kind, version, file)), List.of(file), keys);
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
