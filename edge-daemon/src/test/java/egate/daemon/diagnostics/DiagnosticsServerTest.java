package egate.daemon.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.journal.ClockQuality;
import egate.daemon.journal.RecordStatus;
import egate.daemon.update.DataClock;
import egate.daemon.uplink.UplinkStatus;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.gate.Topology;
import egate.report.Device;
import egate.report.Health;
import egate.report.Report;
import egate.report.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over a real socket on loopback. */
class DiagnosticsServerTest {
  private static final int PATIENCE_MILLIS = 20_000;

  private final DiagnosticsServer server = open(PATIENCE_MILLIS);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void statusIsOneJsonObjectOnOneLine() throws IOException {
    assertEquals(
        "{\"phase\":\"waiting\",\"lamp\":\"wait\",\"entry\":\"unknown\",\"exit\":\"unknown\","
            + "\"zone\":\"unknown\",\"emergency\":false,\"devices\":{\"mrz_reader\":\"unknown\","
            + "\"chip_reader\":\"unknown\",\"finger_sensor\":\"unknown\",\"camera\":\"ok\"},"
            + "\"bridges\":[{\"number\":1,\"pid\":4711,\"state\":\"spare\"}],\"handover_ms\":{\"last\":120,\"longest\":180},"
            + "\"last_sequence\":12,"
            + "\"queue_depth\":3,\"uplink\":{\"connected\":false,\"why\":\"no broker\","
            + "\"acknowledged\":9},\"record\":{\"full\":\"\",\"trouble\":\"\",\"alarms\":[\"look\"],\"free_bytes\":1000,"
            + "\"journal_bytes\":900,\"signed_entry\":40,\"anchored_entry\":30,\"unsigned_entries\":2,"
            + "\"written_bytes\":800,\"disk_bytes\":8000,\"disk_bytes_per_passage\":2000,"
            + "\"telemetry_depth\":6},\"today\":{\"passages\":5,\"passed\":5,\"referred\":0,"
            + "\"refused\":0,\"interrupted\":0,\"abandoned\":0},"
            + "\"terminal\":{\"ready\":true,\"days_left\":21},"
            + "\"clock\":{\"time\":\"2026-11-24T12:00:00Z\",\"quality\":\"free_running\","
            + "\"trusted\":false,\"not_before\":\"2026-11-01T00:00:00Z\"},\"data\":[{"
            + "\"name\":\"anchors UT\",\"issued\":\"2025-11-24T12:00:00Z\","
            + "\"limit\":\"2026-11-23T12:00:00Z\",\"age_days\":365,\"left_days\":-1,\"over\":true,"
            + "\"stops\":\"all are referred\"}],\"versions\":{\"gate\":\"SIM-1\","
            + "\"software\":\"0.1.0\",\"trust\":3,\"models\":0,\"profile_name\":\"simulated\","
            + "\"profile\":1,\"jvm\":\"25\"}}",
        StatusClient.get(server.port()));
  }

  @Test
  void theTableSaysTheSameForPeople() throws IOException {
    String table = StatusTable.of(StatusClient.get(server.port()));

    assertTrue(table.contains("gate      SIM-1: waiting, lamp wait"), table);
    assertTrue(table.contains("bridges   1 spare (process 4711)"), table);
    assertTrue(table.contains("results   last 12, waiting 3"), table);
    assertTrue(table.contains("uplink    not connected: no broker, acknowledged 9"), table);
    assertTrue(
        table.contains(
            "data      anchors UT is TOO OLD: all are referred; 1 clocks, the first runs out in"),
        table);
    assertTrue(
        table.contains(
            "clock     2026-11-24T12:00:00Z, free running, NOT TRUSTED: every document is referred"),
        table);
  }

  @Test
  void aLivingDaemonSaysSo() throws IOException {
    assertTrue(ask("GET /health/live HTTP/1.1\r\nHost: gate\r\n\r\n").endsWith("\r\n\r\nlive\n"));
  }

  @Test
  void everythingElseIsRefused() throws IOException {
    assertTrue(ask("GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
    assertTrue(ask("GET /status/ HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
    assertTrue(ask("DELETE /status HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 405 "));
    assertTrue(
        ask("POST /health/live HTTP/1.1\r\nContent-Length: 0\r\n\r\n").startsWith("HTTP/1.1 405 "));
    assertTrue(ask("nonsense\r\n\r\n").startsWith("HTTP/1.1 400 "));
  }

  @Test
  void longRequestsAreNotKept() throws IOException {
    assertTrue(ask("GET /" + "a".repeat(2_000) + " HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 400 "));
    assertTrue(
        ask("GET /status HTTP/1.1\r\nX: " + "a".repeat(5_000) + "\r\n\r\n")
            .startsWith("HTTP/1.1 400 "));
    assertTrue(
        ask("POST /status HTTP/1.1\r\nContent-Length: 5000\r\n\r\n").startsWith("HTTP/1.1 413 "));
  }

  @Test
  void moreConnectionsThanAllowedAreClosedAndTheOthersServed() throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < DiagnosticsServer.CONNECTIONS_MAX; i++) {
      idle.add(connect());
    }
    try (Socket beyond = connect()) {
      assertEquals(-1, beyond.getInputStream().read());
    }

    Socket first = idle.getFirst();
    first
        .getOutputStream()
        .write("GET /health/live HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    assertTrue(readAll(first).startsWith("HTTP/1.1 200 "));
    for (Socket socket : idle) {
      socket.close();
    }
  }

  @Test
  void whoeverSendsNothingIsClosed() throws IOException {
    try (DiagnosticsServer hasty = open(50);
        Socket silent = connect(hasty)) {
      assertEquals(-1, silent.getInputStream().read());
    }
  }

  @Test
  void aPortInUseIsOneLine() {
    IOException e =
        assertThrows(
            IOException.class,
            () -> DiagnosticsServer.open(server.port(), DiagnosticsServerTest::status));

    assertTrue(
        String.valueOf(e.getMessage()).startsWith("diagnostics port " + server.port() + " cannot"),
        e.getMessage());
  }

  private String ask(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return readAll(socket);
    }
  }

  private Socket connect() throws IOException {
    return connect(server);
  }

  private static Socket connect(DiagnosticsServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  private static DiagnosticsServer open(int timeoutMillis) {
    try {
      return DiagnosticsServer.open(0, timeoutMillis, DiagnosticsServerTest::status);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Status status() {
    return new Status(
        GateState.initial(Topology.INTEGRATED_TWO_STEP, 4),
        Map.of(Device.CAMERA, Health.OK),
        List.of(new BridgeStatus(1, 4711, "spare")),
        new HandoverStatus(120, 180),
        new UplinkStatus(false, "no broker", 3, 9),
        new RecordStatus("", "", List.of("look"), 1_000, 900, 2, 40, 30, 800, 8_000, 4, 6),
        12,
        Map.of(Outcome.PASSED, 5),
        Optional.of(new Report.TerminalClock(true, 21)),
        new ClockStatus(
            Instant.parse("2026-11-24T12:00:00Z"),
            ClockQuality.FREE_RUNNING,
            false,
            WallClock.BUILT),
        List.of(
            new DataClock(
                "anchors UT",
                Instant.parse("2025-11-24T12:00:00Z"),
                Instant.parse("2026-11-23T12:00:00Z"),
                "all are referred")),
        new RunningVersions("SIM-1", "0.1.0", 3, 0, "simulated", 1, "25"));
  }
}
