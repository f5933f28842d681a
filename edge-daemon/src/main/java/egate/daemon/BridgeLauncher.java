package egate.daemon;

import java.io.IOException;

/** Starts bridges. */
@FunctionalInterface
interface BridgeLauncher {

  /**
   * Starts one.
   *
   * @throws IOException when there can be none; the message is one line
   */
  BridgeProcess start() throws IOException;
}
