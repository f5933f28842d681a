package egate.emrtd;

/** SSC: counts every message of a session in both directions (Doc 9303-11 section 9.8.2). */
public final class SendSequenceCounter {
  private final byte[] value;

  /**
   * @param initial as long as the session cipher's block
   */
  public SendSequenceCounter(byte[] initial) {
    this.value = initial.clone();
  }

  /** Counts one message; wraps to zero, which no session lives to see. */
  public void increment() {
    int at = value.length;
    do {
      at--;
      value[at]++;
    } while (value[at] == 0 && at > 0);
  }

  /** The present value, as a copy. */
  public byte[] bytes() {
    return value.clone();
  }
}
