package egate.bridge.finger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.bridge.serial.Cuts;
import egate.bridge.serial.FrameParser;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZfmPacketsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Acknowledgement "no finger". */
  private static final byte[] NO_FINGER = HEX.parseHex("ef01ffffffff07000302000c");

  private static final byte[] DATA = new ZfmPacket(ZfmPacket.DATA, longest()).encoded();

  @Test
  void aCommandIsEncodedAsTheManualShowsIt() {
    ZfmPacket password = new ZfmPacket(ZfmPacket.COMMAND, HEX.parseHex("1300000000"));
    assertArrayEquals(HEX.parseHex("ef01ffffffff0100071300000000001b"), password.encoded());
  }

  @Test
  void packetsAreFoundHoweverTheLineCutsThem() {
    byte[] bytes = Cuts.join(NO_FINGER, DATA, NO_FINGER);
    String data = "2:" + HEX.formatHex(longest());
    Cuts.assertFrames(List.of("7:02", data, "7:02"), bytes, ZfmPacketsTest::parser, this::seen);
  }

  @Test
  void packetsAreFoundBehindGarbage() {
    byte[] bytes = Cuts.join(HEX.parseHex("00efef01ef"), NO_FINGER, HEX.parseHex("ef"));
    Cuts.assertFrames(List.of("7:02"), bytes, ZfmPacketsTest::parser, this::seen);
  }

  @Test
  void aTruncatedPacketIsNone() {
    Cuts.assertTruncationsAreNoFrames(NO_FINGER, ZfmPacketsTest::parser);
    Cuts.assertFoundBehindTruncations(NO_FINGER, 267, ZfmPacketsTest::parser);
    Cuts.assertTruncationsAreNoFrames(DATA, ZfmPacketsTest::parser);
    Cuts.assertFoundBehindTruncations(DATA, 267, ZfmPacketsTest::parser);
  }

  @Test
  void aLengthBeyondTheManualsIsNoPacket() {
    byte[] long65535 = HEX.parseHex("ef01ffffffff02ffff");
    assertEquals(1, parser().feed(Cuts.join(long65535, NO_FINGER)).size());
  }

  private static FrameParser<ZfmPacket> parser() {
    return new ZfmPackets();
  }

  private String seen(ZfmPacket packet) {
    return packet.type() + ":" + HEX.formatHex(packet.data());
  }

  private static byte[] longest() {
    byte[] data = new byte[ZfmPacket.DATA_BYTES_MAX];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i * 7);
    }
    return data;
  }
}
