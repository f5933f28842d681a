package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;

/**
 * DG13: what the issuing state likes (Doc 9303-10 section 4.7.13). Its inside has no form that
 * others know, so it is not looked at; only that the file is one data object is.
 */
public final class Dg13 {
  private Dg13() {}

  /** The content as it stands, personal data like any. */
  public static byte[] parse(byte[] file) throws MalformedDataException {
    return Tlv.parse(file).expect(LdsFile.DG13.tag()).value();
  }
}
