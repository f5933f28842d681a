package egate.daemon.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/** Files with one block of RFC 7468. */
final class Pem {
  private static final int SIZE_MAX = 16_384;

  private Pem() {}

  /**
   * The bytes of the first block of a label.
   *
   * @throws KeyException when the file cannot be read or has no such block
   */
  static byte[] read(Path file, String label) throws KeyException {
    byte[] content = content(file);
    try {
      String text = new String(content, StandardCharsets.ISO_8859_1);
      int begin = text.indexOf("-----BEGIN " + label + "-----");
      int end = text.indexOf("-----END " + label + "-----");
      if (begin < 0 || end < begin) {
        throw new KeyException("key " + file + " holds no \"" + label + "\" in PEM");
      }
      return Base64.getMimeDecoder().decode(text.substring(text.indexOf('\n', begin), end));
    } catch (IllegalArgumentException e) {
      throw new KeyException("key " + file + " is no valid PEM", e);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** Whether the file has a block of that label. */
  static boolean holds(Path file, String label) throws KeyException {
    return new String(content(file), StandardCharsets.ISO_8859_1)
        .contains("-----BEGIN " + label + "-----");
  }

  private static byte[] content(Path file) throws KeyException {
    try {
      if (Files.size(file) > SIZE_MAX) {
        throw new KeyException("key " + file + " is longer than any key");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new KeyException(
          "key " + file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }
}
