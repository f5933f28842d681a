package egate.emrtd;

import java.io.ByteArrayOutputStream;

/** A command of ISO/IEC 7816-4. Under secure messaging its data are a cryptogram. */
public final class CommandApdu {
  /** Expects no response data. */
  public static final int NO_LE = 0;

  /** The longest response data that a short command can ask for. */
  public static final int SHORT_LE_MAX = 256;

  /** The longest response data that an extended command can ask for. */
  public static final int LE_MAX = 65_536;

  static final int SHORT_LC_MAX = 255;

  private final int cla;
  private final int ins;
  private final int p1;
  private final int p2;
  private final byte[] data;
  private final int le;

  /**
   * @param data 0..65,535 bytes; kept, not copied
   * @param le most bytes of response data wanted, 1..65,536, or {@link #NO_LE}
   */
  public CommandApdu(int cla, int ins, int p1, int p2, byte[] data, int le) {
    if (data.length > 65_535 || le < 0 || le > LE_MAX) {
      throw new IllegalArgumentException(data.length + " bytes of data, Le " + le);
    }
    this.cla = cla;
    this.ins = ins;
    this.p1 = p1;
    this.p2 = p2;
    this.data = data;
    this.le = le;
  }

  public int cla() {
    return cla;
  }

  public int ins() {
    return ins;
  }

  public int p1() {
    return p1;
  }

  public int p2() {
    return p2;
  }

  /** The data themselves, not a copy. */
  public byte[] data() {
    return data;
  }

  public int le() {
    return le;
  }

  /** The command as it travels: short fields where both lengths fit, extended ones otherwise. */
  public byte[] encode() {
    boolean extended = data.length > SHORT_LC_MAX || le > SHORT_LE_MAX;
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 10);
    out.write(cla);
    out.write(ins);
    out.write(p1);
    out.write(p2);
    if (extended) {
      out.write(0);
    }
    if (data.length > 0) {
      writeLength(out, data.length, extended);
      out.writeBytes(data);
    }
    if (le != NO_LE) {
      writeLength(out, le, extended);
    }
    return out.toByteArray();
  }

  /** Only the low bits are written, so that 256 and 65,536 become the zeros that stand for them. */
  private static void writeLength(ByteArrayOutputStream out, int length, boolean extended) {
    if (extended) {
      out.write(length >> 8);
    }
    out.write(length);
  }

  @Override
  public String toString() {
    return "CommandApdu";
  }
}
