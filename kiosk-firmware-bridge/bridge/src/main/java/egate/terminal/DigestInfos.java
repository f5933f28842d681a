package egate.terminal;

import java.util.Arrays;
import java.util.HexFormat;

/** Hashes as RSASSA-PKCS1-v1_5 signs them, with the name of their digest (RFC 8017 section 9.2). */
final class DigestInfos {
  private static final HexFormat HEX = HexFormat.of();

  private DigestInfos() {}

  /**
   * @param digest SHA-1, SHA-256 or SHA-512, which are all that RSA comes with here
   */
  static byte[] of(String digest, byte[] hash) {
    byte[] name =
        switch (digest) {
          case "SHA-1" -> HEX.parseHex("3021300906052B0E03021A05000414");
          case "SHA-256" -> HEX.parseHex("3031300D060960864801650304020105000420");
          case "SHA-512" -> HEX.parseHex("3051300D060960864801650304020305000440");
          default -> throw new IllegalArgumentException("no RSA with " + digest);
        };
    byte[] whole = Arrays.copyOf(name, name.length + hash.length);
    System.arraycopy(hash, 0, whole, name.length, hash.length);
    return whole;
  }
}
