package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * EF.SOD: the document security object, signed data over the LDS security object (Doc 9303-10
 * section 4.6.2).
 */
public final class EfSod extends SignedObject {
  /** id-icao-mrtd-security-ldsSecurityObject. */
  private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT =
      new ASN1ObjectIdentifier("2.23.136.1.1.1");

  private final LdsSecurityObject securityObject;

  private EfSod(byte[] cms) throws MalformedDataException {
    super(cms);
    this.securityObject = LdsSecurityObject.parse(content());
  }

  public static EfSod parse(byte[] file) throws MalformedDataException {
    return new EfSod(Tlv.parse(file).expect(LdsFile.EF_SOD.tag()).value());
  }

  @Override
  ASN1ObjectIdentifier properContentType() {
    return LDS_SECURITY_OBJECT;
  }

  public LdsSecurityObject securityObject() {
    return securityObject;
  }
}
