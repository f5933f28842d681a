package egate.daemon.update;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** An HTTPS server named localhost, with a certificate that it signed itself. */
final class TlsServer implements Closeable {
  private static final String PASSWORD = "password";

  private final SSLServerSocket socket;
  private final Path authority;
  private volatile byte[] head = {};
  private volatile byte[] body = {};
  private volatile boolean stops;

  private TlsServer(SSLServerSocket socket, Path authority) {
    this.socket = socket;
    this.authority = authority;
  }

  static TlsServer start(Path folder) throws Exception {
    Path store = folder.resolve("server.p12");
    keytool(
        "-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=localhost -validity 2"
            + " -ext san=dns:localhost -storetype PKCS12 -keystore "
            + store);
    Path pem = folder.resolve("server.pem");
    keytool("-exportcert -rfc -alias server -keystore " + store + " -file " + pem);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    TlsServer server = new TlsServer(socket, pem);
    Thread.ofPlatform().daemon().name("tls-server").start(server::serve);
    return server;
  }

  private static void keytool(String arguments) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder((tool + " -storepass " + PASSWORD + " " + arguments).split(" "))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** What proves it. */
  Path authority() {
    return authority;
  }

  void answers(String status, byte[] with) {
    answers(status, with, with.length, false);
  }

  /** Promises more than it ever sends, and keeps the connection open. */
  void answersHalf(byte[] with) {
    answers("200 OK", with, with.length * 2, true);
  }

  private void answers(String status, byte[] with, int promised, boolean thenStops) {
    head =
        ("HTTP/1.1 " + status + "\r\nContent-Length: " + promised + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    body = with.clone();
    stops = thenStops;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> answer(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void answer(Socket client) {
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        // the request matters to nobody here
      }
      OutputStream out = client.getOutputStream();
      out.write(head);
      out.write(body);
      out.flush();
      if (!stops) {
        client.close();
      }
    } catch (IOException e) {
      // The client did not like the certificate, or has had enough: what is tested is the client.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    Files.deleteIfExists(authority);
  }
}
