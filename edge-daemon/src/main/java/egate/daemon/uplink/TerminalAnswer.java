package egate.daemon.uplink;

/** What the terminal control centre says to one request. */
final class TerminalAnswer {
  private final long request;
  private final byte[] signature;

  /**
   * @param signature kept, not copied; empty for a refusal
   */
  TerminalAnswer(long request, byte[] signature) {
    this.request = request;
    this.signature = signature;
  }

  long request() {
    return request;
  }

  byte[] signature() {
    return signature;
  }
}
