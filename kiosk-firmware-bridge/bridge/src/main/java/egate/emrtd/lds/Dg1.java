package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.Tlv;

/** DG1: the MRZ (Doc 9303-10 section 4.7.1). */
public final class Dg1 {
  private static final int MRZ = 0x5F1F;

  private Dg1() {}

  public static Mrz parse(byte[] file) throws MalformedDataException {
    return Mrz.parse(Tlv.parse(file).expect(LdsFile.DG1.tag()).child(MRZ).value());
  }
}
