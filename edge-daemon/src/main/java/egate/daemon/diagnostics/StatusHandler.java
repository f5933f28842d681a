package egate.daemon.diagnostics;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Answers one request a connection, then closes it. */
final class StatusHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final Supplier<Status> status;

  StatusHandler(Supplier<Status> status) {
    this.status = status;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    context.writeAndFlush(answer(request)).addListener(ChannelFutureListener.CLOSE);
  }

  private FullHttpResponse answer(FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      return text(HttpResponseStatus.BAD_REQUEST, "text/plain", "bad request\n");
    }
    return switch (request.uri()) {
      case "/status" -> get(request, "application/json", () -> StatusJson.of(status.get()));
      case "/health/live" -> get(request, "text/plain", () -> "live\n");
      default -> text(HttpResponseStatus.NOT_FOUND, "text/plain", "not found\n");
    };
  }

  private static FullHttpResponse get(FullHttpRequest request, String type, Supplier<String> body) {
    return request.method().equals(HttpMethod.GET)
        ? text(HttpResponseStatus.OK, type, body.get())
        : text(HttpResponseStatus.METHOD_NOT_ALLOWED, "text/plain", "only GET\n");
  }

  static FullHttpResponse text(HttpResponseStatus code, String type, String body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, code, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
  }

  /** A peer that breaks off or sends what is no HTTP only loses its connection. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
