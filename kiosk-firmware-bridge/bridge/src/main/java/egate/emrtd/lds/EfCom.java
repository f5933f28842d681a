package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.EnumSet;
import java.util.Set;

/**
 * EF.COM (Doc 9303-10 section 4.6.1): which data groups there are. Nobody signed it, so it decides
 * nothing but what to ask the chip for.
 *
 * @param dataGroups as listed
 */
public record EfCom(Set<LdsFile> dataGroups) {
  private static final int LDS_VERSION = 0x5F01;
  private static final int UNICODE_VERSION = 0x5F36;
  private static final int TAG_LIST = 0x5C;

  public EfCom {
    dataGroups = Set.copyOf(dataGroups);
  }

  public static EfCom parse(byte[] file) throws MalformedDataException {
    Tlv com = Tlv.parse(file).expect(LdsFile.EF_COM.tag());
    requireLength(com.child(LDS_VERSION), 4);
    requireLength(com.child(UNICODE_VERSION), 6);
    Set<LdsFile> listed = EnumSet.noneOf(LdsFile.class);
    for (byte tag : com.child(TAG_LIST).value()) {
      listed.add(
          LdsFile.ofTag(Byte.toUnsignedInt(tag))
              .orElseThrow(() -> new MalformedDataException("EF.COM lists an unknown tag")));
    }
    return new EfCom(listed);
  }

  private static void requireLength(Tlv version, int length) throws MalformedDataException {
    if (version.length() != length) {
      throw new MalformedDataException("version of " + version.length() + " characters");
    }
  }
}
