package egate.daemon.diagnostics;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The diagnostics port: HTTP/1.1 on loopback, one thread, {@code GET /status} and {@code GET
 * /health/live}.
 *
 * <p>It reads a snapshot and never asks the loop, so that nobody who talks to it can slow a door.
 */
public final class DiagnosticsServer implements AutoCloseable {
  static final int CONNECTIONS_MAX = 16;
  private static final int TIMEOUT_MILLIS = 5_000;
  static final int LIFE_SECONDS = 10;
  static final int REQUEST_LINE_BYTES_MAX = 1_024;
  static final int HEADERS_BYTES_MAX = 4_096;
  static final int BODY_BYTES_MAX = 1_024;

  private final EventLoopGroup group;
  private final Channel channel;

  private DiagnosticsServer(EventLoopGroup group, Channel channel) {
    this.group = group;
    this.channel = channel;
  }

  /**
   * Opens the port.
   *
   * @param port 0..65,535; zero takes any free one
   * @param status the latest snapshot; called on the server's thread, must not block
   * @throws IOException when the port is in use; the message is one line
   */
  public static DiagnosticsServer open(int port, Supplier<Status> status) throws IOException {
    return open(port, TIMEOUT_MILLIS, status);
  }

  static DiagnosticsServer open(int port, int timeoutMillis, Supplier<Status> status)
      throws IOException {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ChannelFuture bound = bind(group, port, timeoutMillis, status).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var _ = group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new IOException(
          "diagnostics port "
              + port
              + " cannot be opened ("
              + bound.cause().getMessage()
              + "); end what uses it, or set diagnostics.port to 0",
          bound.cause());
    }
    return new DiagnosticsServer(group, bound.channel());
  }

  private static ChannelFuture bind(
      EventLoopGroup group, int port, int timeoutMillis, Supplier<Status> status) {
    ConnectionLimits limits = new ConnectionLimits(CONNECTIONS_MAX, LIFE_SECONDS);
    ServerBootstrap bootstrap = new ServerBootstrap();
    bootstrap
        .group(group)
        .channel(NioServerSocketChannel.class)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel connection) {
                connection
                    .pipeline()
                    .addLast(limits)
                    .addLast(new ReadTimeoutHandler(timeoutMillis, TimeUnit.MILLISECONDS))
                    .addLast(new WriteTimeoutHandler(timeoutMillis, TimeUnit.MILLISECONDS))
                    .addLast(
                        new HttpServerCodec(
                            REQUEST_LINE_BYTES_MAX, HEADERS_BYTES_MAX, BODY_BYTES_MAX))
                    .addLast(new BoundedRequests(BODY_BYTES_MAX))
                    .addLast(new StatusHandler(status));
              }
            });
    return bootstrap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** The port that it listens on. */
  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Closes the port; waits at most 2 s for its thread. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly(TimeUnit.SECONDS.toMillis(1));
    group
        .shutdownGracefully(0, 1, TimeUnit.SECONDS)
        .awaitUninterruptibly(TimeUnit.SECONDS.toMillis(1));
  }
}
