package egate.bridge.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.bridge.serial.Cuts;
import egate.bridge.serial.FrameParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MrzFramerTest {
  private static final String L1 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
  private static final String L2 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
  private static final byte[] SOH_OU = sohOu(L1 + "\r" + L2 + "\r");
  private static final byte[] I_49 = i49(L1 + "\r" + L2 + "\r");

  @Test
  void sohFramesAreFoundHoweverTheLineCutsThem() {
    byte[] bytes = Cuts.join(SOH_OU, SOH_OU);
    List<List<String>> expected = List.of(List.of(L1, L2), List.of(L1, L2));
    Cuts.assertFrames(expected, bytes, MrzFramerTest::sohOuParser, Function.identity());
  }

  @Test
  void sohFramesAreFoundBehindGarbageAndTruncation() {
    byte[] bytes = Cuts.join(new byte[] {1, 1, 60, 'O', 0x55, 1}, SOH_OU);
    List<List<String>> expected = List.of(List.of(L1, L2));
    Cuts.assertFrames(expected, bytes, MrzFramerTest::sohOuParser, Function.identity());
    Cuts.assertTruncationsAreNoFrames(SOH_OU, MrzFramerTest::sohOuParser);
    Cuts.assertFoundBehindTruncations(SOH_OU, 258, MrzFramerTest::sohOuParser);
  }

  @Test
  void aSohFrameWithAChangedByteIsNone() {
    Cuts.assertEachByteCounts(SOH_OU, MrzFramerTest::sohOuParser);
  }

  @Test
  void inquiryFramesAreFoundHoweverTheLineCutsThem() {
    byte[] bytes = Cuts.join(i49(""), I_49, i49(""));
    List<List<String>> expected = List.of(List.of(), List.of(L1, L2), List.of());
    Cuts.assertFrames(expected, bytes, MrzFramerTest::i49Parser, Function.identity());
    Cuts.assertTruncationsAreNoFrames(I_49, MrzFramerTest::i49Parser);
  }

  @Test
  void whatIsNoMrzHasNoLines() {
    for (String text : List.of("A\rB\rC\rD\rE\r", "A", "\r", "A".repeat(45) + "\r", "a b\r")) {
      assertEquals(List.of(List.of()), sohOuParser().feed(sohOu(text)), text.length() + " bytes");
    }
  }

  @Test
  void onlyTheReaderThatMustBeAskedIsAsked() {
    assertArrayEquals(new byte[0], MrzFramer.named("soh-ou").inquiry());
    assertArrayEquals(new byte[] {0x49, 0, 0}, MrzFramer.named("i-49").inquiry());
    assertThrows(IllegalArgumentException.class, () -> MrzFramer.named("unknown"));
  }

  private static FrameParser<List<String>> sohOuParser() {
    return MrzFramer.named("soh-ou");
  }

  private static FrameParser<List<String>> i49Parser() {
    return MrzFramer.named("i-49");
  }

  private static byte[] sohOu(String text) {
    byte[] counted = Cuts.join(bytes("OU\u00020"), bytes(text), new byte[] {3});
    byte[] checked = Cuts.join(new byte[] {(byte) counted.length}, counted);
    byte check = 0;
    for (byte b : checked) {
      check ^= b;
    }
    return Cuts.join(new byte[] {1}, checked, new byte[] {check});
  }

  private static byte[] i49(String text) {
    return Cuts.join(new byte[] {0x49, 0, (byte) text.length()}, bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
