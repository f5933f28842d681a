package egate.simulator.document;

import egate.emrtd.Tlv;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The data objects of DG11 or DG12 as they are put in, and before them the list of their tags. */
final class DetailObjects {
  private static final int TAG_LIST = 0x5C;
  private static final int SET = 0xA0;
  private static final int COUNT = 0x02;

  private final ByteArrayOutputStream tags = new ByteArrayOutputStream();
  private final ByteArrayOutputStream objects = new ByteArrayOutputStream();

  /**
   * Those texts that there are.
   *
   * @param order in which they stand
   */
  <D> void texts(D[] order, Map<D, String> texts, ToIntFunction<D> tag) {
    for (D detail : order) {
      String text = texts.get(detail);
      if (text != null) {
        text(tag.applyAsInt(detail), text);
      }
    }
  }

  void text(int tag, String text) {
    bytes(tag, utf8(text));
  }

  void bytes(int tag, byte[] value) {
    name(tag);
    objects.writeBytes(Tlv.encode(tag, value));
  }

  /** A set that counts its members; empty, it is left out. */
  void set(int member, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    ByteArrayOutputStream set = new ByteArrayOutputStream();
    set.writeBytes(Tlv.encode(COUNT, new byte[] {(byte) texts.size()}));
    for (String text : texts) {
      set.writeBytes(Tlv.encode(member, utf8(text)));
    }
    name(SET);
    objects.writeBytes(Tlv.encode(SET, set.toByteArray()));
  }

  private void name(int tag) {
    if (tag > 0xFF) {
      tags.write(tag >> 8);
    }
    tags.write(tag);
  }

  byte[] encode(ElementaryFile file) {
    return Tlv.encode(file.tag(), Tlv.encode(TAG_LIST, tags.toByteArray()), objects.toByteArray());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
