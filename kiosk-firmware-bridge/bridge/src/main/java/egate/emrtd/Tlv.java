package egate.emrtd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One data object in BER-TLV as Doc 9303 uses it: a tag of one or two bytes, a definite length of
 * at most three length bytes, and a value that lies wholly inside its surroundings.
 *
 * <p>It is a view on bytes that it does not copy until {@link #value()} asks. Its contents may be
 * personal data: it has no string form.
 */
public final class Tlv {
  /** Most data objects that are taken side by side. */
  private static final int SIBLINGS_MAX = 512;

  private final byte[] source;
  private final int tag;
  private final int start;
  private final int valueStart;
  private final int end;

  private Tlv(byte[] source, int start, int limit) throws MalformedDataException {
    TlvHeader header = TlvHeader.read(source, start, limit);
    if (header.length() > limit - header.valueStart()) {
      throw new MalformedDataException("data object longer than its surroundings");
    }
    this.source = source;
    this.tag = header.tag();
    this.start = start;
    this.valueStart = header.valueStart();
    this.end = valueStart + header.length();
  }

  /**
   * The one data object that fills the bytes from first to last.
   *
   * @throws MalformedDataException when it is cut off, or something follows it
   */
  public static Tlv parse(byte[] bytes) throws MalformedDataException {
    Tlv tlv = new Tlv(bytes, 0, bytes.length);
    if (tlv.end != bytes.length) {
      throw new MalformedDataException("bytes after the data object");
    }
    return tlv;
  }

  /** The data objects that fill the bytes, side by side. */
  public static List<Tlv> parseAll(byte[] bytes) throws MalformedDataException {
    return parseAll(bytes, 0, bytes.length, SIBLINGS_MAX);
  }

  private static List<Tlv> parseAll(byte[] bytes, int from, int to, int most)
      throws MalformedDataException {
    List<Tlv> found = new ArrayList<>();
    for (int at = from; at < to; at = found.getLast().end) {
      if (found.size() == most) {
        throw new MalformedDataException("more than " + most + " data objects");
      }
      found.add(new Tlv(bytes, at, to));
    }
    return found;
  }

  /** The tag with its class bits, 00..FE or 1F00..FFFF. */
  public int tag() {
    return tag;
  }

  /** Bytes of the value. */
  public int length() {
    return end - valueStart;
  }

  /** A copy of the value. */
  public byte[] value() {
    return Arrays.copyOfRange(source, valueStart, end);
  }

  /** A copy of tag, length and value, exactly as they were read. */
  public byte[] encoded() {
    return Arrays.copyOfRange(source, start, end);
  }

  /** The data objects inside the value. */
  public List<Tlv> children() throws MalformedDataException {
    return parseAll(source, valueStart, end, SIBLINGS_MAX);
  }

  /** As {@link #children()}, for lists that are longer: of certificates, for example. */
  public List<Tlv> children(int most) throws MalformedDataException {
    return parseAll(source, valueStart, end, most);
  }

  /** The first data object with this tag inside the value. */
  public Tlv child(int wanted) throws MalformedDataException {
    for (Tlv child : children()) {
      if (child.tag == wanted) {
        return child;
      }
    }
    throw new MalformedDataException("no data object " + Integer.toHexString(wanted));
  }

  /** This data object, when it has the tag. */
  public Tlv expect(int wanted) throws MalformedDataException {
    if (tag != wanted) {
      throw new MalformedDataException(
          "data object " + Integer.toHexString(tag) + ", not " + Integer.toHexString(wanted));
    }
    return this;
  }

  /** Refuses constructed objects nested deeper than this many levels, before others recurse. */
  public void requireDepth(int levelsMax) throws MalformedDataException {
    boolean constructed = (source[start] & 0x20) != 0;
    if (constructed && levelsMax == 0) {
      throw new MalformedDataException("data objects nested too deep");
    }
    if (constructed) {
      for (Tlv child : children()) {
        child.requireDepth(levelsMax - 1);
      }
    }
  }

  /** A data object with this tag and value. */
  public static byte[] encode(int tag, byte[]... parts) {
    return TlvHeader.write(tag, parts);
  }

  @Override
  public String toString() {
    return "Tlv";
  }
}
