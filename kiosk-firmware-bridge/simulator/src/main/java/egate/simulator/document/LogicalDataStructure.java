package egate.simulator.document;

import static egate.simulator.document.ElementaryFile.COM;
import static egate.simulator.document.ElementaryFile.DG1;
import static egate.simulator.document.ElementaryFile.DG2;
import static egate.simulator.document.ElementaryFile.DG3;
import static egate.simulator.document.ElementaryFile.SOD;

import egate.emrtd.Tlv;
import egate.emrtd.lds.EncodedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The contents of each file, as Doc 9303-10 section 4 encodes them. */
final class LogicalDataStructure {
  private static final int MRZ = 0x5F1F;
  private static final int LDS_VERSION = 0x5F01;
  private static final int UNICODE_VERSION = 0x5F36;
  private static final int TAG_LIST = 0x5C;

  private static final int CBEFF_FACE = 2;
  private static final int CBEFF_FINGER = 8;
  private static final int FACE_RECORD = 8;
  private static final int FINGER_RECORD = 7;

  private LogicalDataStructure() {}

  static byte[] dg1(MrzLines mrz) {
    return Tlv.encode(DG1.tag(), Tlv.encode(MRZ, mrz.bytes()));
  }

  static byte[] dg2(EncodedImage face) {
    byte[] record = FaceRecord.encode(face);
    return Tlv.encode(DG2.tag(), BiometricTemplate.group(CBEFF_FACE, 0, FACE_RECORD, record));
  }

  static byte[] dg3(EncodedImage finger) {
    byte[] record = FingerRecord.encode(finger);
    int subtype = FingerRecord.CBEFF_SUBTYPE;
    return Tlv.encode(
        DG3.tag(), BiometricTemplate.group(CBEFF_FINGER, subtype, FINGER_RECORD, record));
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
