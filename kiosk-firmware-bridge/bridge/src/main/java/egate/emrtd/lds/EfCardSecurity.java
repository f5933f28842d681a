package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * EF.CardSecurity: security infos signed by the document signer, among them the key of chip
 * authentication mapping (Doc 9303-11 section 9.2.12).
 */
public final class EfCardSecurity extends SignedObject {
  /** id-SecurityObject of BSI TR-03110. */
  private static final ASN1ObjectIdentifier SECURITY_OBJECT =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

  private final SecurityInfos securityInfos;

  private EfCardSecurity(byte[] cms) throws MalformedDataException {
    super(cms);
    this.securityInfos = SecurityInfos.parse(content());
  }

  public static EfCardSecurity parse(byte[] file) throws MalformedDataException {
    return new EfCardSecurity(file);
  }

  @Override
  ASN1ObjectIdentifier properContentType() {
    return SECURITY_OBJECT;
  }

  public SecurityInfos securityInfos() {
    return securityInfos;
  }
}
