package egate.daemon.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master key of the record: the outbox's file lies under it, and the journal's data keys under
 * a key derived from it. Prints nothing, is wiped on close.
 */
public final class DatabaseKey implements AutoCloseable {
  private static final int DIGITS = 64;
  private static final String CHECK_LABEL = "egate database key check";
  private static final String WRAPPING_LABEL = "egate wrapping of data keys";

  private final Path file;
  private final byte[] digits;

  private DatabaseKey(Path file, byte[] digits) {
    this.file = file;
    this.digits = digits;
  }

  /**
   * Reads a key of 64 hexadecimal digits; white space may follow them.
   *
   * @throws OutboxException when the file is missing or holds something else
   */
  public static DatabaseKey read(Path file) throws OutboxException {
    byte[] content = content(file);
    try {
      int end = content.length;
      while (end > 0 && Character.isWhitespace(content[end - 1])) {
        end--;
      }
      if (end != DIGITS || !allHexDigits(content)) {
        throw new OutboxException(
            "database key "
                + file
                + " is not "
                + DIGITS
                + " hexadecimal digits: restore it, or"
                + " make one with 'openssl rand -hex 32'");
      }
      return new DatabaseKey(file, Arrays.copyOf(content, DIGITS));
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** The key as JDBC's file password, followed by the empty user password; the caller wipes it. */
  char[] password() {
    char[] password = new char[DIGITS + 1];
    for (int i = 0; i < DIGITS; i++) {
      password[i] = (char) digits[i];
    }
    password[DIGITS] = ' ';
    return password;
  }

  /**
   * Sixty-four digits that tell whether a key is the same one, and nothing else about it: the key
   * has 256 random bits, so that guessing is hopeless.
   */
  String check() {
    return HexFormat.of().formatHex(derive(CHECK_LABEL));
  }

  /** The AES-256 key under which data keys lie on the disk. */
  SecretKey wrapping() {
    byte[] derived = derive(WRAPPING_LABEL);
    try {
      return new SecretKeySpec(derived, "AES");
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }

  /** HMAC-SHA-256 as a key derivation function (NIST SP 800-108), one block. */
  private byte[] derive(String label) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(digits, "HmacSHA256"));
      return mac.doFinal(label.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Where the key was read, for messages. */
  Path file() {
    return file;
  }

  @Override
  public void close() {
    Arrays.fill(digits, (byte) 0);
  }

  @Override
  public String toString() {
    return "DatabaseKey";
  }

  private static byte[] content(Path file) throws OutboxException {
    try {
      if (Files.size(file) > 2 * DIGITS) {
        throw new IOException("too long");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new OutboxException(
          "database key "
              + file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "): restore"
              + " it, or make one with 'openssl rand -hex 32'",
          e);
    }
  }

  private static boolean allHexDigits(byte[] content) {
    for (int i = 0; i < DIGITS; i++) {
      if (!HexFormat.isHexDigit(content[i])) {
        return false;
      }
    }
    return true;
  }
}
