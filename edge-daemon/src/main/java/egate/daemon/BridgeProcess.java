package egate.daemon;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.util.concurrent.CompletableFuture;

/** One bridge as the operating system sees it. */
interface BridgeProcess {

  /** The operating system's number of the process. */
  long pid();

  /**
   * Waits until the bridge has connected; ends with an exception when it dies before.
   *
   * @return the channel of orders and reports, the only one that the bridge has
   */
  ByteChannel connect() throws IOException;

  /** Ends the process at once (SIGKILL) and however often it is asked. */
  void kill();

  /** Completed with the exit code once the process is dead and reaped. */
  CompletableFuture<Integer> onExit();
}
