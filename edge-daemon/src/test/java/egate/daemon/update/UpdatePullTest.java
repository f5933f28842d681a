package egate.daemon.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real TLS, with a server that does what it should not. */
class UpdatePullTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  @TempDir private static Path folder;
  private static TlsServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TlsServer.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static byte[] get(String host, Optional<Path> authority) throws Exception {
    return new UpdatePull(
            URI.create("https://" + host + ":" + server.port() + "/bundle"),
            authority,
            PATIENCE,
            1_000)
        .get();
  }

  private static byte[] get() throws Exception {
    return get("localhost", Optional.of(server.authority()));
  }

  private static void assertRefused(String why, String host, Optional<Path> authority) {
    UpdateException refused = assertThrows(UpdateException.class, () -> get(host, authority), why);
    String line = String.valueOf(refused.getMessage());
    assertTrue(line.contains(why), line);
    assertEquals(1, line.lines().count(), line);
  }

  private static void assertRefused(String why) {
    assertRefused(why, "localhost", Optional.of(server.authority()));
  }

  @Test
  void fetchesFromAServerThatIsProved() throws Exception {
    byte[] body = new byte[1_000];
    server.answers("200 OK", body);
    assertArrayEquals(body, get());
  }

  @Test
  void refusesAServerOfAnotherName() {
    server.answers("200 OK", new byte[1]);
    assertRefused("127.0.0.1", "127.0.0.1", Optional.of(server.authority()));
  }

  @Test
  void refusesAServerWhoseAuthorityIsUnknown() {
    server.answers("200 OK", new byte[1]);
    assertRefused("cannot be fetched", "localhost", Optional.empty());
  }

  @Test
  void takesNoByteTooMany() {
    server.answers("200 OK", new byte[1_001]);
    assertRefused("cannot be fetched");
  }

  @Test
  void followsNobodyElsewhere() {
    server.answers("302 Found\r\nLocation: https://localhost:" + server.port(), new byte[0]);
    assertRefused("answers with status 302");
    server.answers("404 Not Found", new byte[0]);
    assertRefused("answers with status 404");
  }

  @Test
  void aServerThatStopsInMidSentenceIsNotWaitedForForever() {
    server.answersHalf(new byte[500]);
    UpdateException refused =
        assertThrows(
            UpdateException.class,
            () ->
                new UpdatePull(
                        URI.create("https://localhost:" + server.port() + "/bundle"),
                        Optional.of(server.authority()),
                        Duration.ofSeconds(2),
                        1_000)
                    .get());
    assertTrue(String.valueOf(refused.getMessage()).endsWith("did not answer within 2 s"));
  }

  @Test
  void refusesWhatIsNotEncrypted() {
    UpdatePull plain =
        new UpdatePull(URI.create("http://localhost/bundle"), Optional.empty(), PATIENCE, 1);
    assertEquals(
        "http://localhost/bundle: is not https",
        assertThrows(UpdateException.class, plain::get).getMessage());
  }
}
