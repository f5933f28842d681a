package egate.emrtd.lds;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * CMS signed data of a chip (RFC 5652): EF.SOD or EF.CardSecurity. Parsed is not verified: nothing
 * in it is to be believed before passive authentication.
 */
public abstract sealed class SignedObject permits EfSod, EfCardSecurity {
  /** Real ones take 2 to 4 kB; certificates and hashes cannot make one this long. */
  private static final int BYTES_MAX = 65_536;

  private static final int DEPTH_MAX = 24;
  private static final int CERTIFICATES_MAX = 4;
  private static final ASN1ObjectIdentifier SIGNED_DATA =
      new ASN1ObjectIdentifier("1.2.840.113549.1.7.2");

  private final ASN1ObjectIdentifier contentType;
  private final byte[] content;
  private final List<EmrtdCertificate> certificates;
  private final SignerInfo signer;
  private final Optional<SignedAttributes> signedAttributes;

  /**
   * Parses signed data. Size and depth are bounded before any library sees it.
   *
   * @param cms a content info in DER or BER
   */
  SignedObject(byte[] cms) throws MalformedDataException {
    if (cms.length > BYTES_MAX) {
      throw new MalformedDataException("signed data of " + cms.length + " bytes");
    }
    Tlv root = Tlv.parse(cms);
    root.requireDepth(DEPTH_MAX);
    try {
      SignedData signedData = signedData(cms);
      this.contentType = signedData.getEncapContentInfo().getContentType();
      this.content =
          ASN1OctetString.getInstance(signedData.getEncapContentInfo().getContent()).getOctets();
      this.signer = SignerInfo.getInstance(signedData.getSignerInfos().getObjectAt(0));
      this.certificates = signersFirst(certificates(signedData.getCertificates()), signer);
      this.signedAttributes = attributes(signer.getAuthenticatedAttributes(), root);
    } catch (IOException | RuntimeException e) {
      // BouncyCastle reports malformed structures as exceptions of many types.
      throw new MalformedDataException("no signed data: " + e.getClass().getSimpleName());
    }
  }

  private static SignedData signedData(byte[] cms) throws MalformedDataException {
    ContentInfo info = ContentInfo.getInstance(cms);
    if (!SIGNED_DATA.equals(info.getContentType())) {
      throw new MalformedDataException("content of another kind than signed data");
    }
    return SignedData.getInstance(info.getContent());
  }

  private static Optional<SignedAttributes> attributes(@Nullable ASN1Set attributes, Tlv root)
      throws MalformedDataException {
    return attributes == null
        ? Optional.empty()
        : Optional.of(new SignedAttributes(attributes, root));
  }

  private static List<EmrtdCertificate> certificates(@Nullable ASN1Set set)
      throws IOException, MalformedDataException {
    List<EmrtdCertificate> certificates = new ArrayList<>();
    if (set != null && set.size() > CERTIFICATES_MAX) {
      throw new MalformedDataException("signed data with " + set.size() + " certificates");
    }
    for (ASN1Encodable certificate : set == null ? new ASN1Encodable[0] : set.toArray()) {
      certificates.add(
          EmrtdCertificate.parse(certificate.toASN1Primitive().getEncoded(ASN1Encoding.DL)));
    }
    return certificates;
  }

  /** Some issuers name their signer wrongly, so the named certificate is only the first to try. */
  private static List<EmrtdCertificate> signersFirst(
      List<EmrtdCertificate> certificates, SignerInfo signer) {
    List<EmrtdCertificate> ordered = new ArrayList<>(certificates);
    ordered.sort((a, b) -> Boolean.compare(isNamed(signer, b), isNamed(signer, a)));
    return List.copyOf(ordered);
  }

  private static boolean isNamed(SignerInfo signer, EmrtdCertificate certificate) {
    return signer.getSID().getId() instanceof IssuerAndSerialNumber named
        && named.getSerialNumber().getValue().equals(certificate.serialNumber())
        && named.getName().equals(certificate.issuer());
  }

  /** Whether the content is of the type that belongs into this file. */
  public boolean hasProperContentType() {
    return properContentType().equals(contentType);
  }

  abstract ASN1ObjectIdentifier properContentType();

  public ASN1ObjectIdentifier contentType() {
    return contentType;
  }

  /** The signed content, byte for byte. */
  public byte[] content() {
    return content.clone();
  }

  /** At most four, the one that the signer info names first; there should be no other. */
  public List<EmrtdCertificate> certificates() {
    return certificates;
  }

  /** Of the first signer; Doc 9303 wants one. */
  public AlgorithmIdentifier digestAlgorithm() {
    return signer.getDigestAlgorithm();
  }

  public AlgorithmIdentifier signatureAlgorithm() {
    return signer.getDigestEncryptionAlgorithm();
  }

  public byte[] signature() {
    return signer.getEncryptedDigest().getOctets().clone();
  }

  /** Empty when the signature covers the content itself. */
  public Optional<SignedAttributes> signedAttributes() {
    return signedAttributes;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
