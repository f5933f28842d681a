package egate.simulator.document;

import static egate.simulator.document.ElementaryFile.COM;
import static egate.simulator.document.ElementaryFile.DG1;
import static egate.simulator.document.ElementaryFile.DG2;
import static egate.simulator.document.ElementaryFile.DG3;
import static egate.simulator.document.ElementaryFile.DG4;
import static egate.simulator.document.ElementaryFile.SOD;

import egate.emrtd.Tlv;
import egate.emrtd.lds.EncodedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The contents of each file, as Doc 9303-10 section 4 encodes them. */
public final class LogicalDataStructure {
  private static final int MRZ = 0x5F1F;
  private static final int LDS_VERSION = 0x5F01;
  private static final int UNICODE_VERSION = 0x5F36;
  private static final int TAG_LIST = 0x5C;

  private static final int CBEFF_FACE = 2;
  private static final int CBEFF_FINGER = 8;
  private static final int CBEFF_IRIS = 16;
  private static final int CBEFF_RIGHT = 1;

  private LogicalDataStructure() {}

  static byte[] dg1(MrzLines mrz) {
    return Tlv.encode(DG1.tag(), Tlv.encode(MRZ, mrz.bytes()));
  }

  public static byte[] dg2(EncodedImage face, BiometricFormat format) {
    byte[] group =
        switch (format) {
          case ISO_19794 -> BiometricTemplate.group(CBEFF_FACE, 0, 8, FaceRecord.encode(face));
          case ISO_39794 -> BiometricTemplate.group(CBEFF_FACE, 0, 42, Iso39794Block.face(face));
        };
    return Tlv.encode(DG2.tag(), group);
  }

  public static byte[] dg3(EncodedImage finger, BiometricFormat format) {
    int subtype = FingerRecord.CBEFF_SUBTYPE;
    byte[] group =
        switch (format) {
          case ISO_19794 ->
              BiometricTemplate.group(CBEFF_FINGER, subtype, 7, FingerRecord.encode(finger));
          case ISO_39794 ->
              BiometricTemplate.group(CBEFF_FINGER, subtype, 40, Iso39794Block.finger(finger));
        };
    return Tlv.encode(DG3.tag(), group);
  }

  public static byte[] dg4(EncodedImage iris, BiometricFormat format) {
    byte[] group =
        switch (format) {
          case ISO_19794 ->
              BiometricTemplate.group(CBEFF_IRIS, CBEFF_RIGHT, 9, IrisRecord.encode(iris));
          case ISO_39794 ->
              BiometricTemplate.group(CBEFF_IRIS, CBEFF_RIGHT, 44, Iso39794Block.iris(iris));
        };
    return Tlv.encode(DG4.tag(), group);
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
