package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.report.Report;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A bridge that says what it may not say now is killed, wherever it is in its life. */
class IllegalReportsTest {

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of(List.of(), Reports.HEALTHY),
        Arguments.of(List.of(), Reports.ACCEPTED_DOCUMENT),
        Arguments.of(List.of(ready()), ready()),
        Arguments.of(List.of(ready(), Reports.PRESENT), Reports.ACCEPTED_DOCUMENT),
        Arguments.of(List.of(ready(), Reports.PRESENT), Reports.AGAIN),
        Arguments.of(List.of(ready(), Reports.PRESENT, Reports.HOLD), Reports.PRESENT),
        Arguments.of(List.of(ready(), Reports.PRESENT, Reports.HOLD), Reports.ACCEPTED_TRAVELLER),
        Arguments.of(judged(), Reports.ACCEPTED_DOCUMENT),
        Arguments.of(judged(), Reports.ACCEPTED_TRAVELLER),
        Arguments.of(judged(), Reports.PLACE_FINGER),
        Arguments.of(judged(), Reports.PRESENT));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void kill(List<Report> before, Report lie) {
    BridgeYard yard = new BridgeYard();
    FakeBridge bridge = yard.rehearsing(1);
    for (Report report : before) {
      bridge.says(report);
      if (report instanceof Report.Ready) {
        yard.until(() -> !bridge.orders().isEmpty());
      }
    }

    bridge.says(lie);

    yard.until(bridge::killed);
    assertTrue(yard.told.stream().noneMatch(new Notice.Said(lie)::equals) || before.contains(lie));
  }

  @ParameterizedTest
  @MethodSource("bytes")
  void bytesThatAreNoReportKill(byte[] bytes) {
    BridgeYard yard = new BridgeYard();
    FakeBridge bridge = yard.rehearsing(1);

    bridge.saysBytes(bytes);

    yard.until(bridge::killed);
  }

  static Stream<byte[]> bytes() {
    return Stream.of(
        new byte[] {0, 0}, new byte[] {-1, -1}, new byte[] {0, 1, 99}, new byte[] {0, 2, 3, 99});
  }

  private static List<Report> judged() {
    return List.of(ready(), Reports.PRESENT, Reports.HOLD, Reports.ACCEPTED_DOCUMENT);
  }

  private static Report ready() {
    return Reports.ready(1);
  }
}
