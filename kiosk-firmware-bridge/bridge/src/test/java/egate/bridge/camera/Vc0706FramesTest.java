package egate.bridge.camera;

import egate.bridge.serial.Cuts;
import egate.bridge.serial.FrameParser;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Vc0706FramesTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] LENGTH = HEX.parseHex("760034000400001234");
  private static final byte[] REFUSED = HEX.parseHex("7600320300");
  private static final byte[] PIECE =
      HEX.parseHex("7600320000" + "ffd87600320000ff" + "7600320000");

  @Test
  void framesAreFoundHoweverTheLineCutsThem() {
    byte[] bytes = Cuts.join(LENGTH, PIECE, REFUSED, LENGTH);
    List<String> expected =
        List.of("52/0:00001234", "50/0:ffd87600320000ff", "50/3:", "52/0:00001234");
    Cuts.assertFrames(expected, bytes, Vc0706FramesTest::parser, this::seen);
  }

  @Test
  void framesAreFoundBehindTheGreetingOfAStart() {
    byte[] greeting = HEX.parseHex("496e697420656e640d0a76");
    byte[] bytes = Cuts.join(greeting, LENGTH);
    Cuts.assertFrames(List.of("52/0:00001234"), bytes, Vc0706FramesTest::parser, this::seen);
  }

  @Test
  void aTruncatedFrameIsNone() {
    Cuts.assertTruncationsAreNoFrames(LENGTH, Vc0706FramesTest::parser);
    Cuts.assertTruncationsAreNoFrames(PIECE, Vc0706FramesTest::parser);
  }

  @Test
  void aPieceThatLostAByteIsNone() {
    byte[] short1 = HEX.parseHex("7600320000" + "ffd87600320001" + "7600320000" + "00");
    Cuts.assertFrames(List.of(), short1, Vc0706FramesTest::parser, this::seen);
  }

  private static FrameParser<Vc0706Frame> parser() {
    Vc0706Frames frames = new Vc0706Frames();
    frames.expectPiece(8);
    return frames;
  }

  private String seen(Vc0706Frame frame) {
    return frame.command() + "/" + frame.status() + ":" + HEX.formatHex(frame.data());
  }
}
