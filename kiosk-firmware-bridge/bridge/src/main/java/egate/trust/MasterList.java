package egate.trust;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.List;

/** A CSCA master list's content (Doc 9303-12 section 8). */
public final class MasterList {
  /** id-icao-cscaMasterList. */
  static final String CONTENT_TYPE = "2.23.136.1.1.2";

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CERTIFICATES_MAX = 8_192;

  private MasterList() {}

  /** Its certificates in DER, byte for byte as they lie in the list. */
  public static List<byte[]> certificates(byte[] content) throws MalformedDataException {
    return Tlv.parse(content).expect(SEQUENCE).child(SET).children(CERTIFICATES_MAX).stream()
        .map(Tlv::encoded)
        .toList();
  }
}
