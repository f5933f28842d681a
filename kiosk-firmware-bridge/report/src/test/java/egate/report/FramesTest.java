package egate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FramesTest {

  @Test
  void everyMessageSurvivesEverySplit() throws MalformedMessageException {
    for (Report report : Samples.REPORTS) {
      byte[] wire = bytes(Frames.encode(report));
      for (int split = 0; split <= wire.length; split++) {
        Frames<Report> frames = Frames.ofReports();
        List<Report> seen = new ArrayList<>(frames.feed(ByteBuffer.wrap(wire, 0, split)));
        seen.addAll(frames.feed(ByteBuffer.wrap(wire, split, wire.length - split)));
        assertEquals(List.of(report), seen, "split at " + split);
      }
    }
  }

  @Test
  void aStreamOfOrdersSurvivesByteByByte() throws MalformedMessageException {
    Frames<Order> frames = Frames.ofOrders();
    List<Order> seen = new ArrayList<>();
    for (Order order : Samples.ORDERS) {
      for (byte b : bytes(Frames.encode(order))) {
        seen.addAll(frames.feed(ByteBuffer.wrap(new byte[] {b})));
      }
    }
    assertEquals(Samples.ORDERS, seen);
  }

  @Test
  void severalMessagesInOnePieceAreAllSeen() throws MalformedMessageException {
    ByteBuffer wire = ByteBuffer.allocate(2_000);
    Samples.REPORTS.forEach(r -> wire.put(Frames.encode(r)));
    assertEquals(Samples.REPORTS, Frames.ofReports().feed(wire.flip()));
  }

  @Test
  void anIncompleteMessageIsNotDelivered() throws MalformedMessageException {
    for (Report report : Samples.REPORTS) {
      byte[] wire = bytes(Frames.encode(report));
      for (int length = 0; length < wire.length; length++) {
        assertEquals(
            List.of(), Frames.ofReports().feed(ByteBuffer.wrap(wire, 0, length)), "of " + length);
      }
    }
  }

  @Test
  void aPayloadCutShortIsRefused() {
    for (Report report : Samples.REPORTS) {
      byte[] wire = bytes(Frames.encode(report));
      for (int cut = 1; cut < wire.length - 2; cut++) {
        byte[] shorter = wire.clone();
        shorter[1] = (byte) (wire.length - 2 - cut);
        assertRefused(ByteBuffer.wrap(shorter, 0, shorter.length - cut));
      }
    }
  }

  @Test
  void aByteTooManyIsRefused() {
    for (Report report : Samples.REPORTS) {
      byte[] wire = bytes(Frames.encode(report));
      ByteBuffer longer = ByteBuffer.allocate(wire.length + 1).put(wire).put((byte) 0);
      longer.put(1, (byte) (wire.length - 1));
      assertRefused(longer.flip());
    }
  }

  @Test
  void lengthsOutOfBoundsAreRefusedBeforeTheirBytesArrive() {
    assertRefused(ByteBuffer.wrap(new byte[] {0, 0}));
    assertRefused(ByteBuffer.wrap(new byte[] {2, (byte) 0x81}));
    assertRefused(ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) 0xFF}));
  }

  @Test
  void anUnknownKindIsRefused() {
    for (int kind : new int[] {0, 9, 127, 255}) {
      assertRefused(ByteBuffer.wrap(new byte[] {0, 1, (byte) kind}));
    }
  }

  @Test
  void aLostStreamStaysLost() {
    Frames<Report> frames = Frames.ofReports();
    assertThrows(
        MalformedMessageException.class, () -> frames.feed(ByteBuffer.wrap(new byte[] {0, 0})));
    assertThrows(
        MalformedMessageException.class, () -> frames.feed(Frames.encode(Samples.REPORTS.get(0))));
  }

  @Test
  void mutatedFramesGiveAMessageOrTheOneException() {
    SplittableRandom random = new SplittableRandom(7);
    int refused = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] wire = bytes(Frames.encode(Samples.REPORTS.get(i % Samples.REPORTS.size())));
      wire[random.nextInt(wire.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        Frames.ofReports().feed(ByteBuffer.wrap(wire));
      } catch (MalformedMessageException e) {
        refused++;
      }
    }
    assertTrue(refused > 30_000, "refused only " + refused);
  }

  @Test
  void theLongestReportFits() {
    List<CheckResult> all = new ArrayList<>();
    for (Check check : Check.values()) {
      all.add(new CheckResult(check, Verdict.UNDETERMINED, Reason.BRIDGE_FAULT));
    }
    Report longest =
        new Report.DocumentChecked(
            Judgement.REFERRED,
            DocumentType.OTHER,
            new IssuingState("UTO"),
            AccessProtocol.PACE,
            all,
            1,
            1);
    assertTrue(Frames.encode(longest).remaining() <= Frames.PAYLOAD_MAX / 2);
  }

  private static void assertRefused(ByteBuffer wire) {
    assertThrows(MalformedMessageException.class, () -> Frames.ofReports().feed(wire));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
