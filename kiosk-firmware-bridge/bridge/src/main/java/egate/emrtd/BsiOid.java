package egate.emrtd;

import java.util.Arrays;

/** Object identifiers below bsi-de, 0.4.0.127.0.7.2.2, as the bytes of their value. */
public final class BsiOid {
  private static final byte[] SMARTCARD_PROTOCOLS = {0x04, 0x00, 0x7F, 0x00, 0x07, 0x02, 0x02};

  private BsiOid() {}

  /** The identifier that ends with these arcs, each below 128. */
  public static byte[] of(int... arcs) {
    byte[] oid = Arrays.copyOf(SMARTCARD_PROTOCOLS, SMARTCARD_PROTOCOLS.length + arcs.length);
    for (int i = 0; i < arcs.length; i++) {
      oid[SMARTCARD_PROTOCOLS.length + i] = (byte) arcs[i];
    }
    return oid;
  }

  /** The arcs that follow, or none where it is another identifier. */
  static int[] arcs(byte[] oid) {
    int prefix = SMARTCARD_PROTOCOLS.length;
    if (oid.length < prefix || !Arrays.equals(oid, 0, prefix, SMARTCARD_PROTOCOLS, 0, prefix)) {
      return new int[0];
    }
    int[] arcs = new int[oid.length - prefix];
    for (int i = 0; i < arcs.length; i++) {
      arcs[i] = Byte.toUnsignedInt(oid[prefix + i]);
    }
    return arcs;
  }
}
