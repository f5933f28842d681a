package egate.daemon.diagnostics;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections beyond a number at once, and every one after a time, however busily it sends
 * byte by byte. Used on the one thread of the server.
 */
@Sharable
final class ConnectionLimits extends ChannelInboundHandlerAdapter {
  private final int most;
  private final int lifeSeconds;
  private int open;

  ConnectionLimits(int most, int lifeSeconds) {
    this.most = most;
    this.lifeSeconds = lifeSeconds;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    Channel channel = context.channel();
    open++;
    Future<?> end =
        context.executor().schedule(() -> close(channel), lifeSeconds, TimeUnit.SECONDS);
    channel.closeFuture().addListener(_ -> closed(end));
    if (open > most) {
      close(channel);
    } else {
      super.channelActive(context);
    }
  }

  private static void close(Channel channel) {
    var _ = channel.close();
  }

  private void closed(Future<?> end) {
    open--;
    end.cancel(false);
  }
}
