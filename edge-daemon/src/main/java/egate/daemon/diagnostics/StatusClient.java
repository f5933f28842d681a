package egate.daemon.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks a daemon's diagnostics port for its status. */
public final class StatusClient {
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int BYTES_MAX = 64 * 1024;

  private StatusClient() {}

  /**
   * One status, as one line of JSON.
   *
   * @param port on loopback, 1..65,535
   * @throws IOException when nobody answers there, or not like a daemon
   */
  public static String get(int port) throws IOException {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://" + host + ":" + port + "/status").toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8).strip();
    } finally {
      connection.disconnect();
    }
  }
}
