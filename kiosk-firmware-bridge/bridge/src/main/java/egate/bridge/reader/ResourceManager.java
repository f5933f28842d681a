package egate.bridge.reader;

import java.time.Duration;
import java.util.List;

/**
 * The PC/SC resource manager (PC/SC part 5), as much of it as reading a chip takes. Contexts and
 * cards are its own numbers. Every call may block for ever, as any call into another process may.
 *
 * <p>PACE and secure messaging stay in this program: no reader gets a key, or is asked to open a
 * chip by itself (PC/SC part 10, FEATURE_EXECUTE_PACE).
 */
interface ResourceManager {

  /** A context of its own, to be released. */
  long establish() throws PcscException;

  void release(long context);

  /** Names of the readers that are plugged in now; none at all is no error. */
  List<String> readers(long context) throws PcscException;

  /**
   * Waits for a chip in the reader's field.
   *
   * @return whether there is one
   */
  boolean awaitCard(long context, String reader, Duration timeout) throws PcscException;

  /**
   * Waits until no chip is in the reader's field.
   *
   * @return whether none is
   */
  boolean awaitGone(long context, String reader, Duration timeout) throws PcscException;

  /**
   * Powers the chip and takes it for this program alone, with the protocol T=1 of all chips.
   *
   * @param anew powers it off first, for a chip that left and came back unnoticed
   */
  long connect(long context, String reader, boolean anew) throws PcscException;

  /** Exchanges one command APDU for one response APDU. */
  byte[] transmit(long card, byte[] command) throws PcscException;

  /**
   * Lets go of the chip.
   *
   * @param unpower takes its power, which ends its session. Where that fails because the chip is
   *     gone, pcscd 1.9.9 overlooks the next one if it comes within 0.4 s
   */
  void disconnect(long card, boolean unpower);
}
