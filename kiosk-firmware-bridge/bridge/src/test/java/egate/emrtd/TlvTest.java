package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvTest {
  @Test
  void readsTagsOfOneAndTwoBytes() throws Exception {
    Tlv com = Tlv.parse(hex("6007" + "5F01023034" + "5C00"));
    assertEquals(0x60, com.tag());
    assertArrayEquals(hex("3034"), com.child(0x5F01).value());
    assertEquals(0, com.child(0x5C).length());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65_535, 65_536, 70_000})
  void readsWhatItWrites(int length) throws Exception {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) 0x5A);
    byte[] encoded = Tlv.encode(0x7F61, value);
    Tlv read = Tlv.parse(encoded);
    assertEquals(0x7F61, read.tag());
    assertArrayEquals(value, read.value());
    assertArrayEquals(encoded, read.encoded());
  }

  @Test
  void refusesEveryTruncation() {
    byte[] whole = Tlv.encode(0x7F61, Tlv.encode(0x02, new byte[] {1}), new byte[200]);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(MalformedDataException.class, () -> Tlv.parse(cut));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "60", // no length
        "6080", // indefinite length
        "60800000", // indefinite length and its end
        "6084000000010A", // four length bytes
        "60FFFFFFFF", // reserved length
        "6083FFFFFF", // longer than there is
        "5F8101", // tag of three bytes
        "1F", // tag cut off
        "60010000", // bytes after it
      })
  void refusesHostileHeaders(String text) {
    assertThrows(MalformedDataException.class, () -> Tlv.parse(hex(text)));
  }

  @Test
  void refusesAChildThatReachesBeyondItsParent() throws Exception {
    Tlv parent = Tlv.parse(hex("6003" + "040501"));
    assertThrows(MalformedDataException.class, parent::children);
  }

  @Test
  void refusesDeepNestingAndEndlessSiblings() throws Exception {
    byte[] nested = Tlv.encode(0x04, new byte[1]);
    for (int level = 0; level < 25; level++) {
      nested = Tlv.encode(0x30, nested);
    }
    Tlv deep = Tlv.parse(nested);
    deep.requireDepth(25);
    assertThrows(MalformedDataException.class, () -> deep.requireDepth(24));
    assertThrows(MalformedDataException.class, () -> Tlv.parseAll(new byte[4_096]));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
