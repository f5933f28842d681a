package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;

/** What a SOD's signature covers in place of the content itself (RFC 5652 section 5.3). */
public final class SignedAttributes {
  private static final int CONTEXT_0 = 0xA0;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;

  private final byte[] encoded;
  private final ASN1ObjectIdentifier contentType;
  private final byte[] messageDigest;
  private final Optional<Instant> signingTime;

  /** Throws BouncyCastle's runtime exceptions at attributes that are malformed. */
  SignedAttributes(ASN1Set attributes, Tlv contentInfo) throws MalformedDataException {
    this.encoded = original(contentInfo);
    this.contentType =
        ASN1ObjectIdentifier.getInstance(required(attributes, CMSAttributes.contentType));
    this.messageDigest =
        ASN1OctetString.getInstance(required(attributes, CMSAttributes.messageDigest)).getOctets();
    this.signingTime =
        single(attributes, CMSAttributes.signingTime)
            .map(value -> Time.getInstance(value).getDate().toInstant());
  }

  /**
   * The first signer's attributes in any signed data.
   *
   * @param contentInfo the same signed data, as it was read
   */
  public static SignedAttributes of(ASN1Set attributes, Tlv contentInfo)
      throws MalformedDataException {
    try {
      return new SignedAttributes(attributes, contentInfo);
    } catch (RuntimeException e) {
      // BouncyCastle reports malformed structures as exceptions of many types.
      throw new MalformedDataException("malformed signed attributes");
    }
  }

  private static ASN1Encodable required(ASN1Set attributes, ASN1ObjectIdentifier type)
      throws MalformedDataException {
    return single(attributes, type)
        .orElseThrow(() -> new MalformedDataException("signed attribute is missing"));
  }

  /** The one value of an attribute; it may occur once and have one value. */
  private static Optional<ASN1Encodable> single(ASN1Set attributes, ASN1ObjectIdentifier type)
      throws MalformedDataException {
    Optional<ASN1Encodable> found = Optional.empty();
    for (ASN1Encodable element : attributes) {
      Attribute attribute = Attribute.getInstance(element);
      if (attribute.getAttrType().equals(type)) {
        if (found.isPresent() || attribute.getAttrValues().size() != 1) {
          throw new MalformedDataException("signed attribute is ambiguous");
        }
        found = Optional.of(attribute.getAttrValues().getObjectAt(0));
      }
    }
    return found;
  }

  /**
   * The first signer's attributes, with the tag of a SET in place of [0] (RFC 5652 section 5.4).
   * They are found by their place in the original bytes, because a library that encodes them anew
   * may order or shape them otherwise than the issuer did, and the signature then fails.
   */
  private static byte[] original(Tlv contentInfo) throws MalformedDataException {
    Tlv signedData =
        Tlv.parse(contentInfo.expect(SEQUENCE).child(CONTEXT_0).value()).expect(SEQUENCE);
    List<Tlv> parts = signedData.children();
    if (parts.isEmpty()) {
      throw new MalformedDataException("signed data without signer infos");
    }
    List<Tlv> signers = parts.getLast().expect(SET).children();
    if (signers.isEmpty()) {
      throw new MalformedDataException("signed data without a signer info");
    }
    byte[] attributes = signers.getFirst().expect(SEQUENCE).child(CONTEXT_0).encoded();
    attributes[0] = SET;
    return attributes;
  }

  /** The bytes that the signature covers. */
  public byte[] encoded() {
    return encoded.clone();
  }

  public ASN1ObjectIdentifier contentType() {
    return contentType;
  }

  /** The digest of the content, which ties the content to the signature. */
  public byte[] messageDigest() {
    return messageDigest.clone();
  }

  public Optional<Instant> signingTime() {
    return signingTime;
  }

  @Override
  public String toString() {
    return "SignedAttributes";
  }
}
