package egate.simulator.document;

import static egate.simulator.document.ElementaryFile.COM;
import static egate.simulator.document.ElementaryFile.DG1;
import static egate.simulator.document.ElementaryFile.DG13;
import static egate.simulator.document.ElementaryFile.DG7;
import static egate.simulator.document.ElementaryFile.SOD;

import egate.emrtd.Tlv;
import egate.emrtd.lds.EncodedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The contents of each file, as Doc 9303-10 section 4 encodes them. */
public final class LogicalDataStructure {
  private static final int MRZ = 0x5F1F;
  private static final int LDS_VERSION = 0x5F01;
  private static final int UNICODE_VERSION = 0x5F36;
  private static final int TAG_LIST = 0x5C;

  private static final int COUNT = 0x02;
  private static final int SIGNATURE = 0x5F43;

  private LogicalDataStructure() {}

  static byte[] dg1(MrzLines mrz) {
    return Tlv.encode(DG1.tag(), Tlv.encode(MRZ, mrz.bytes()));
  }

  /** DG7: 1 to 9 signatures in JPEG or JPEG 2000. */
  public static byte[] dg7(List<EncodedImage> signatures) {
    byte[][] parts = new byte[1 + signatures.size()][];
    parts[0] = Tlv.encode(COUNT, new byte[] {(byte) signatures.size()});
    for (int i = 0; i < signatures.size(); i++) {
      parts[1 + i] = Tlv.encode(SIGNATURE, signatures.get(i).bytes());
    }
    return Tlv.encode(DG7.tag(), parts);
  }

  /** DG13: whatever the issuing state likes. */
  public static byte[] dg13(byte[] contents) {
    return Tlv.encode(DG13.tag(), contents);
  }

  /** EF.COM names the data groups by their tags, in the order of their numbers. */
  static byte[] com(LdsVersion version, Map<ElementaryFile, byte[]> dataGroups) {
    byte[] tags = new byte[dataGroups.size()];
    int count = 0;
    for (ElementaryFile file : dataGroups.keySet()) {
      tags[count++] = (byte) file.tag();
    }
    return Tlv.encode(
        COM.tag(),
        Tlv.encode(LDS_VERSION, ascii(version.number())),
        Tlv.encode(UNICODE_VERSION, ascii(LdsVersion.UNICODE)),
        Tlv.encode(TAG_LIST, tags));
  }

  static byte[] sod(byte[] signedData) {
    return Tlv.encode(SOD.tag(), signedData);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
