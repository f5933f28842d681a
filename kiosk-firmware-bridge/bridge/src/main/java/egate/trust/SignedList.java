package egate.trust;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import egate.emrtd.lds.SignedAttributes;
import egate.inspection.DigestAlgorithm;
import egate.inspection.SignatureScheme;
import egate.inspection.SignatureVerifier;
import egate.inspection.UnsupportedAlgorithmException;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/**
 * A published list: CMS signed data (RFC 5652), as master lists and deviation lists are. Parsed is
 * not verified; {@link #signer} tells under which of its certificates the signature holds.
 */
public final class SignedList {
  /** The world's longest list has 2 MB. */
  static final int BYTES_MAX = 32 * 1024 * 1024;

  private static final int CERTIFICATES_MAX = 64;
  private static final int INDEFINITE_LENGTH = 0x80;
  private static final ASN1ObjectIdentifier SIGNED_DATA =
      new ASN1ObjectIdentifier("1.2.840.113549.1.7.2");

  private final String contentType;
  private final byte[] content;
  private final List<EmrtdCertificate> certificates;
  private final SignerInfo signer;
  private final Optional<SignedAttributes> attributes;

  private SignedList(SignedData data, byte[] original) throws IOException, MalformedDataException {
    contentType = data.getEncapContentInfo().getContentType().getId();
    content = ASN1OctetString.getInstance(data.getEncapContentInfo().getContent()).getOctets();
    certificates = certificates(data.getCertificates());
    signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    ASN1Set set = signer.getAuthenticatedAttributes();
    attributes =
        set == null ? Optional.empty() : Optional.of(SignedAttributes.of(set, Tlv.parse(original)));
  }

  /** Parses signed data over whatever content. */
  public static SignedList parse(byte[] cms) throws MalformedDataException {
    if (cms.length > BYTES_MAX) {
      throw new MalformedDataException("list of " + cms.length + " bytes");
    }
    try {
      ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
      if (!SIGNED_DATA.equals(info.getContentType())) {
        throw new MalformedDataException("no signed data");
      }
      return new SignedList(SignedData.getInstance(info.getContent()), definite(cms, info));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // BouncyCastle reports malformed structures as exceptions of many types.
      throw new MalformedDataException("no signed data: " + e.getClass().getSimpleName());
    }
  }

  /**
   * The original bytes, over which the signature is verified. A few states publish BER of
   * indefinite length; only then is the list encoded anew, and the signed attributes with it, as
   * RFC 5652 section 5.4 allows.
   */
  private static byte[] definite(byte[] cms, ContentInfo info) throws IOException {
    return cms.length > 1 && Byte.toUnsignedInt(cms[1]) == INDEFINITE_LENGTH
        ? info.getEncoded(ASN1Encoding.DER)
        : cms;
  }

  private static List<EmrtdCertificate> certificates(@Nullable ASN1Set set)
      throws IOException, MalformedDataException {
    if (set == null || set.size() > CERTIFICATES_MAX) {
      throw new MalformedDataException("list without its signer's certificate");
    }
    List<EmrtdCertificate> certificates = new ArrayList<>();
    for (ASN1Encodable certificate : set) {
      certificates.add(
          EmrtdCertificate.parse(certificate.toASN1Primitive().getEncoded(ASN1Encoding.DL)));
    }
    return certificates;
  }

  /** An object identifier: what the content is. */
  String contentType() {
    return contentType;
  }

  /** The signed content, byte for byte. */
  public byte[] content() {
    return content.clone();
  }

  /** Those that came with it: the signer's and most often its CSCA. */
  List<EmrtdCertificate> certificates() {
    return certificates;
  }

  /** When it says that it was signed; its signer's first day where it says nothing. */
  Instant signedAt(EmrtdCertificate under) {
    return attributes.flatMap(SignedAttributes::signingTime).orElseGet(under::notBefore);
  }

  /** The certificate under which the signature holds, if there is one. */
  Optional<EmrtdCertificate> signer() throws UnsupportedAlgorithmException {
    if (!attributesFit()) {
      return Optional.empty();
    }
    SignatureScheme scheme =
        SignatureScheme.of(signer.getDigestEncryptionAlgorithm(), signer.getDigestAlgorithm());
    byte[] covered = attributes.map(SignedAttributes::encoded).orElse(content);
    byte[] signature = signer.getEncryptedDigest().getOctets();
    for (EmrtdCertificate certificate : certificates) {
      if (SignatureVerifier.holds(scheme, certificate.publicKey(), covered, signature)) {
        return Optional.of(certificate);
      }
    }
    return Optional.empty();
  }

  private boolean attributesFit() throws UnsupportedAlgorithmException {
    if (attributes.isEmpty()) {
      return true;
    }
    DigestAlgorithm digest = DigestAlgorithm.of(signer.getDigestAlgorithm().getAlgorithm());
    return attributes.get().contentType().getId().equals(contentType)
        && MessageDigest.isEqual(digest.hash(content), attributes.get().messageDigest());
  }
}
