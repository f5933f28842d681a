package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The LDS security object, versions 0 and 1 (Doc 9303-10 section 4.6.2.3): the hash of every data
 * group. The hashes identify a document, so it has no string form.
 */
public final class LdsSecurityObject {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int SEQUENCE = 0x30;
  private static final int DATA_GROUPS_MAX = 16;

  private final byte[] digestOid;
  private final Map<LdsFile, byte[]> hashes;

  private LdsSecurityObject(byte[] digestOid, Map<LdsFile, byte[]> hashes) {
    this.digestOid = digestOid;
    this.hashes = hashes;
  }

  /** Parses the content that the SOD signs. */
  public static LdsSecurityObject parse(byte[] content) throws MalformedDataException {
    List<Tlv> parts = Tlv.parse(content).expect(SEQUENCE).children();
    if (parts.size() < 3 || parts.size() > 4) {
      throw new MalformedDataException("LDS security object of " + parts.size() + " parts");
    }
    requireVersion(parts.get(0).expect(INTEGER), parts.size());
    Tlv digest = parts.get(1).expect(SEQUENCE).child(OBJECT_IDENTIFIER);
    return new LdsSecurityObject(digest.encoded(), hashes(parts.get(2).expect(SEQUENCE)));
  }

  /** Version 1 brings the LDS version info, and nothing else differs. */
  private static void requireVersion(Tlv version, int parts) throws MalformedDataException {
    byte[] value = version.value();
    if (value.length != 1 || value[0] < 0 || value[0] > 1 || (value[0] == 0 && parts == 4)) {
      throw new MalformedDataException("LDS security object of unknown version");
    }
  }

  private static Map<LdsFile, byte[]> hashes(Tlv values) throws MalformedDataException {
    Map<LdsFile, byte[]> hashes = new EnumMap<>(LdsFile.class);
    List<Tlv> entries = values.children();
    if (entries.isEmpty() || entries.size() > DATA_GROUPS_MAX) {
      throw new MalformedDataException("hashes of " + entries.size() + " data groups");
    }
    for (Tlv entry : entries) {
      List<Tlv> pair = entry.expect(SEQUENCE).children();
      if (pair.size() != 2) {
        throw new MalformedDataException("data group hash of " + pair.size() + " parts");
      }
      LdsFile group = dataGroup(pair.get(0).expect(INTEGER));
      if (hashes.put(group, pair.get(1).expect(OCTET_STRING).value()) != null) {
        throw new MalformedDataException(group.text() + " is listed twice");
      }
    }
    return hashes;
  }

  private static LdsFile dataGroup(Tlv number) throws MalformedDataException {
    byte[] value = number.value();
    return LdsFile.ofNumber(value.length == 1 ? value[0] : 0)
        .orElseThrow(() -> new MalformedDataException("hash of no data group"));
  }

  /** The object identifier of the digest algorithm, in DER. */
  public byte[] digestOid() {
    return digestOid.clone();
  }

  public Set<LdsFile> dataGroups() {
    return Set.copyOf(hashes.keySet());
  }

  /**
   * The hash that the issuer signed for a listed data group.
   *
   * @throws IllegalArgumentException when it is not listed
   */
  public byte[] hash(LdsFile group) {
    byte[] hash = hashes.get(group);
    if (hash == null) {
      throw new IllegalArgumentException(group.text() + " is not listed");
    }
    return hash.clone();
  }

  @Override
  public String toString() {
    return "LdsSecurityObject";
  }
}
