package egate.emrtd;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A card verifiable certificate of the PKI that decides who may read fingerprints (BSI TR-03110-3
 * appendix C): of a CVCA, a document verifier or an inspection system. Parsed is not verified.
 */
public final class CvCertificate {
  private static final int CERTIFICATE = 0x7F21;
  private static final int BODY = 0x7F4E;
  private static final int SIGNATURE = 0x5F37;
  private static final int PROFILE = 0x5F29;
  private static final int AUTHORITY_REFERENCE = 0x42;
  private static final int PUBLIC_KEY = 0x7F49;
  private static final int HOLDER_REFERENCE = 0x5F20;
  private static final int AUTHORISATION = 0x7F4C;
  private static final int EFFECTIVE = 0x5F25;
  private static final int EXPIRATION = 0x5F24;
  private static final int EXTENSIONS = 0x65;

  /** In this order, each once; extensions may follow. */
  private static final List<Integer> BODY_OBJECTS =
      List.of(
          PROFILE,
          AUTHORITY_REFERENCE,
          PUBLIC_KEY,
          HOLDER_REFERENCE,
          AUTHORISATION,
          EFFECTIVE,
          EXPIRATION);

  /** Country, mnemonic of up to nine characters, sequence number of five (section A.6.1). */
  private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2}[!-~]{1,9}[0-9A-Z]{5}");

  private static final int BYTES_MAX = 4_096;
  private static final int SIGNATURE_BYTES_MAX = 512;
  private static final int DATE_DIGITS = 6;

  private final byte[] body;
  private final byte[] signature;
  private final CvPublicKey publicKey;
  private final String authorityReference;
  private final String holderReference;
  private final HolderAuthorisation authorisation;
  private final LocalDate effective;
  private final LocalDate expiration;

  private CvCertificate(Tlv certificate) throws MalformedDataException {
    List<Tlv> halves = inOrder(certificate, List.of(BODY, SIGNATURE), 0);
    List<Tlv> content = inOrder(halves.get(0), BODY_OBJECTS, EXTENSIONS);
    this.body = halves.get(0).encoded();
    this.signature = halves.get(1).value();
    if (!Arrays.equals(content.get(0).value(), new byte[1]) || signature.length == 0) {
      throw new MalformedDataException("certificate of an unknown profile, or not signed");
    }
    this.authorityReference = reference(content.get(1).value());
    this.publicKey = CvPublicKey.parse(content.get(2));
    this.holderReference = reference(content.get(3).value());
    this.authorisation = HolderAuthorisation.parse(content.get(4));
    this.effective = date(content.get(5).value());
    this.expiration = date(content.get(6).value());
    if (expiration.isBefore(effective) || signature.length > SIGNATURE_BYTES_MAX) {
      throw new MalformedDataException("expired before it was effective, or signed at length");
    }
  }

  /** Parses one certificate, tag 7F21 and all. */
  public static CvCertificate parse(byte[] encoded) throws MalformedDataException {
    if (encoded.length > BYTES_MAX) {
      throw new MalformedDataException("CV certificate of " + encoded.length + " bytes");
    }
    return new CvCertificate(Tlv.parse(encoded).expect(CERTIFICATE));
  }

  /** As PSO:VERIFY CERTIFICATE brings it: body and signature without the tag around them. */
  public static CvCertificate parseContent(byte[] content) throws MalformedDataException {
    return parse(Tlv.encode(CERTIFICATE, content));
  }

  /** The data objects inside, which must be these and may be followed by the last. */
  private static List<Tlv> inOrder(Tlv object, List<Integer> tags, int optional)
      throws MalformedDataException {
    List<Tlv> children = object.children();
    int count = children.size();
    boolean more = count == tags.size() + 1 && children.getLast().tag() == optional;
    if (!children.stream().limit(tags.size()).map(Tlv::tag).toList().equals(tags)
        || (count != tags.size() && !more)) {
      throw new MalformedDataException("CV certificate whose data objects are not as they must be");
    }
    return children;
  }

  private static String reference(byte[] value) throws MalformedDataException {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    if (!REFERENCE.matcher(text).matches()) {
      throw new MalformedDataException("reference of " + value.length + " characters is none");
    }
    return text;
  }

  /** YYMMDD, a digit a byte, in this century. */
  private static LocalDate date(byte[] digits) throws MalformedDataException {
    if (digits.length != DATE_DIGITS) {
      throw new MalformedDataException("date of " + digits.length + " digits");
    }
    for (byte digit : digits) {
      if (digit < 0 || digit > 9) {
        throw new MalformedDataException("date that is not in digits");
      }
    }
    try {
      return LocalDate.of(
          2000 + 10 * digits[0] + digits[1],
          10 * digits[2] + digits[3],
          10 * digits[4] + digits[5]);
    } catch (DateTimeException e) {
      throw new MalformedDataException("no date of the calendar");
    }
  }

  /** CAR: whose key verifies this certificate. */
  public String authorityReference() {
    return authorityReference;
  }

  /** CHR: by which the key in this certificate is named. */
  public String holderReference() {
    return holderReference;
  }

  /** CHAT: what its holder is, and what it may read if everybody above may. */
  public HolderAuthorisation authorisation() {
    return authorisation;
  }

  public LocalDate effective() {
    return effective;
  }

  /** The last day on which it is good. */
  public LocalDate expiration() {
    return expiration;
  }

  public CvPublicKey publicKey() {
    return publicKey;
  }

  /** Whether it is the first of its CVCA; a link certificate is signed with the key before. */
  public boolean isSelfSigned() {
    return authorityReference.equals(holderReference);
  }

  /** What is signed, tag 7F4E and all; a copy. */
  public byte[] body() {
    return body.clone();
  }

  /** A copy. */
  public byte[] signature() {
    return signature.clone();
  }

  /** Body and signature as PSO:VERIFY CERTIFICATE takes them. */
  byte[] content() {
    return Bytes.concat(body, Tlv.encode(SIGNATURE, signature));
  }

  /** As it was parsed. */
  public byte[] encoded() {
    return Tlv.encode(CERTIFICATE, content());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CvCertificate certificate
        && Arrays.equals(body, certificate.body)
        && Arrays.equals(signature, certificate.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body);
  }

  @Override
  public String toString() {
    return "CvCertificate " + holderReference;
  }
}
