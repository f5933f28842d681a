package egate.emrtd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What opens a chip: something printed on the document (Doc 9303-11 section 4.4.3.2). It has no
 * string form and is wiped when closed.
 */
public final class AccessPassword implements AutoCloseable {
  private static final int MRZ = 1;
  private static final int CAN = 2;
  private static final int CAN_DIGITS = 6;

  private final int reference;
  private final byte[] text;

  private AccessPassword(int reference, byte[] text) {
    this.reference = reference;
    this.text = text;
  }

  /** Document number, date of birth and date of expiry, each with its check digit. */
  public static AccessPassword of(Mrz mrz) {
    return ofMrzInformation(mrz.keyInformation());
  }

  /** As the other; takes over the bytes and wipes them. */
  public static AccessPassword ofMrzInformation(byte[] information) {
    return new AccessPassword(MRZ, information);
  }

  /**
   * The card access number.
   *
   * @param digits six
   * @throws IllegalArgumentException when they are not
   */
  public static AccessPassword ofCan(String digits) {
    if (!isCan(digits)) {
      throw new IllegalArgumentException("a CAN has " + CAN_DIGITS + " digits");
    }
    return new AccessPassword(CAN, digits.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether a text has the form of a card access number. */
  public static boolean isCan(String text) {
    return text.length() == CAN_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** PACE's password reference: 1 for the MRZ, 2 for the CAN. */
  public int reference() {
    return reference;
  }

  /** K of PACE: the MRZ information's SHA-1 hash, or the CAN itself. */
  public byte[] secret() {
    return reference == MRZ ? KeyDerivation.sha1(text) : text.clone();
  }

  /** Not a CAN, which BAC does not know. */
  boolean opensWithBac() {
    return reference == MRZ;
  }

  /** The document basic access keys, of an MRZ. */
  TripleDesCipher basicAccessKeys() {
    return BacKeys.access(text);
  }

  /** The document number with its check digit, which is a chip's identifier after BAC. */
  byte[] documentNumber() {
    int datesBytes = 2 * 7;
    return Arrays.copyOf(text, text.length - datesBytes);
  }

  @Override
  public void close() {
    Arrays.fill(text, (byte) 0);
  }

  @Override
  public String toString() {
    return "AccessPassword";
  }
}
