package egate.daemon.update;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Fetches a bundle over HTTPS: the server's certificate is checked, its name too, redirections are
 * not followed. The connection proves the server; the bundle is believed for its own signatures
 * alone.
 */
public final class UpdatePull {
  private static final int OK = 200;

  private final URI url;
  private final Optional<Path> authority;
  private final Duration patience;
  private final long most;

  /**
   * @param authority file of certificates, PEM, under one of which the server's must be; empty for
   *     the ones that Java knows
   */
  public UpdatePull(URI url, Optional<Path> authority) {
    this(url, authority, Duration.ofMinutes(10), UpdateBundle.BYTES_MAX);
  }

  /**
   * @param patience for all of it, to the last byte
   * @param most bytes that are taken
   */
  UpdatePull(URI url, Optional<Path> authority, Duration patience, long most) {
    this.url = url;
    this.authority = authority;
    this.patience = patience;
    this.most = most;
  }

  /** The bytes at the URL, or one line why there are none. */
  public byte[] get() throws UpdateException, InterruptedException {
    if (!"https".equals(url.getScheme())) {
      throw new UpdateException(url + ": is not https");
    }
    HttpClient client = client();
    try {
      HttpResponse<byte[]> response = answer(client);
      if (response.statusCode() != OK) {
        throw new UpdateException(url + ": answers with status " + response.statusCode());
      }
      return response.body();
    } finally {
      client.shutdownNow();
    }
  }

  @Override
  public String toString() {
    return url.toString();
  }

  private HttpResponse<byte[]> answer(HttpClient client)
      throws UpdateException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(patience).build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UpdateException(url + ": did not answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UpdateException(url + ": cannot be fetched (" + reason(cause) + ")", cause);
    }
  }

  /** The innermost reason, in one line. */
  private static String reason(Throwable thrown) {
    Throwable last = thrown;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String message = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    return last.getClass().getSimpleName() + ": " + message;
  }

  private HttpClient client() throws UpdateException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    if (authority.isPresent()) {
      builder.sslContext(trusting(authority.get()));
    }
    return builder.build();
  }

  private static SSLContext trusting(Path pem) throws UpdateException {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new UpdateException(pem + ": holds no certificates in PEM; correct updates.ca", e);
    }
  }
}
