package egate.bridge.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.bridge.serial.Cuts;
import egate.bridge.serial.FrameParser;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Pn532FramesTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] ACK = HEX.parseHex("0000ff00ff00");
  private static final byte[] NACK = HEX.parseHex("0000ffff0000");
  private static final byte[] SYNTAX_ERROR = HEX.parseHex("0000ff01ff7f8100");

  /** GetFirmwareVersion's answer, IC 32, version 1.6, support 7. */
  private static final byte[] VERSION = HEX.parseHex("0000ff06fad50332010607e800");

  @Test
  void aCommandIsEncodedAsTheManualShowsIt() {
    assertArrayEquals(HEX.parseHex("0000ff02fed4022a00"), Pn532Frames.command(new byte[] {2}));
  }

  @Test
  void framesAreFoundHoweverTheLineCutsThem() {
    byte[] bytes =
        Cuts.join(ACK, VERSION, NACK, SYNTAX_ERROR, Pn532Answers.answer(0x40, longest()), ACK);
    List<String> expected =
        List.of("ack", "03:32010607", "nack", "syntax", "41:" + HEX.formatHex(longest()), "ack");
    Cuts.assertFrames(expected, bytes, Pn532FramesTest::parser, this::seen);
  }

  @Test
  void framesAreFoundBehindGarbage() {
    byte[] bytes = Cuts.join(HEX.parseHex("55550000ff12ffffff0000"), VERSION);
    Cuts.assertFrames(List.of("03:32010607"), bytes, Pn532FramesTest::parser, this::seen);
  }

  @Test
  void aTruncatedFrameIsNone() {
    for (byte[] frame : List.of(ACK, VERSION, Pn532Answers.answer(0x40, longest()))) {
      byte[] withoutPostamble = Arrays.copyOf(frame, frame.length - 1);
      Cuts.assertTruncationsAreNoFrames(withoutPostamble, Pn532FramesTest::parser);
      Cuts.assertFoundBehindTruncations(withoutPostamble, 273, Pn532FramesTest::parser);
    }
  }

  @Test
  void aFrameWithAChangedByteIsNone() {
    byte[] essential = Arrays.copyOfRange(VERSION, 1, VERSION.length - 1);
    Cuts.assertEachByteCounts(essential, Pn532FramesTest::parser);
  }

  @Test
  void aLengthBeyondTheManualsIsNoFrame() {
    byte[] tooLong = HEX.parseHex("0000ffffff010af5");
    assertEquals(1, parser().feed(Cuts.join(tooLong, ACK)).size());
  }

  private static FrameParser<Pn532Frame> parser() {
    return new Pn532Frames();
  }

  private String seen(Pn532Frame frame) {
    return switch (frame) {
      case Pn532Frame.Ack ignored -> "ack";
      case Pn532Frame.Nack ignored -> "nack";
      case Pn532Frame.SyntaxError ignored -> "syntax";
      case Pn532Frame.Answer answer ->
          "%02x:%s".formatted(answer.command(), HEX.formatHex(answer.data()));
    };
  }

  private static byte[] longest() {
    byte[] data = new byte[263];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i * 3);
    }
    return data;
  }
}
