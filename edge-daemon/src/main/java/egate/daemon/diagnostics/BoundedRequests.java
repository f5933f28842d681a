package egate.daemon.diagnostics;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Collects a request up to a size; a larger one is refused and its connection closed. */
final class BoundedRequests extends HttpObjectAggregator {

  BoundedRequests(int bytesMax) {
    super(bytesMax, true);
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
    context
        .writeAndFlush(
            StatusHandler.text(
                HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "text/plain", "too large\n"))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
