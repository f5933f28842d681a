package egate.simulator.document;

import egate.emrtd.CvCertificate;
import egate.emrtd.HolderAuthorisation.Role;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * A holder in the PKI of terminal authentication, with key and certificate: a CVCA, a document
 * verifier, an inspection system (BSI TR-03110-3 appendix C).
 */
public final class CvHolder {
  private static final byte[] INSPECTION_SYSTEM = HexFormat.of().parseHex("04007F000703010201");

  private final CvKeyPair pair;
  private final CvCertificate certificate;

  private CvHolder(CvKeyPair pair, CvCertificate certificate) {
    this.pair = pair;
    this.certificate = certificate;
  }

  /**
   * What a certificate says.
   *
   * @param rights 1 for fingers, 2 for irises, 3 for both
   * @param until the last day
   */
  public record Terms(String reference, Role role, int rights, LocalDate from, LocalDate until) {}

  /** A CVCA that certifies itself. */
  public static CvHolder authority(Terms terms, CvKeyPair pair) {
    return certified(terms, pair, terms.reference(), pair, true);
  }

  /** Somebody below this holder, or a CVCA's next key, which is spelled out in full. */
  public CvHolder certify(Terms terms, CvKeyPair pair) {
    return certified(
        terms, pair, certificate.holderReference(), this.pair, terms.role() == Role.CVCA);
  }

  private static CvHolder certified(
      Terms terms, CvKeyPair pair, String authority, CvKeyPair signer, boolean inFull) {
    byte[] body =
        Tlv.encode(
            0x7F4E,
            Tlv.encode(0x5F29, new byte[1]),
            Tlv.encode(0x42, ascii(authority)),
            pair.publicKey(inFull),
            Tlv.encode(0x5F20, ascii(terms.reference())),
            Tlv.encode(0x7F4C, Tlv.encode(0x06, INSPECTION_SYSTEM), Tlv.encode(0x53, chat(terms))),
            Tlv.encode(0x5F25, digits(terms.from())),
            Tlv.encode(0x5F24, digits(terms.until())));
    byte[] whole = Tlv.encode(0x7F21, body, Tlv.encode(0x5F37, signer.sign(body)));
    try {
      return new CvHolder(pair, CvCertificate.parse(whole));
    } catch (MalformedDataException e) {
      throw new IllegalArgumentException("terms that make no certificate", e);
    }
  }

  @SuppressWarnings("EnumOrdinal") // the two bits that code the role are its place
  private static byte[] chat(Terms terms) {
    return new byte[] {(byte) (terms.role().ordinal() << 6 | terms.rights())};
  }

  private static byte[] digits(LocalDate date) {
    int year = date.getYear() % 100;
    int month = date.getMonthValue();
    int day = date.getDayOfMonth();
    return new byte[] {
      (byte) (year / 10),
      (byte) (year % 10),
      (byte) (month / 10),
      (byte) (month % 10),
      (byte) (day / 10),
      (byte) (day % 10)
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public CvCertificate certificate() {
    return certificate;
  }

  public CvKeyPair pair() {
    return pair;
  }

  @Override
  public String toString() {
    return "CvHolder " + certificate.holderReference();
  }
}
