package egate.terminal;

import egate.emrtd.KeyUnavailableException;

/** A central office that keeps the keys of many gates, and signs for each. */
public interface ControlCentre {

  /** Of a process that cannot ask any. */
  ControlCentre NONE =
      (challenge, millis) -> {
        throw new KeyUnavailableException("no control centre can be asked from here");
      };

  /**
   * Asks for a signature.
   *
   * @param challenge a hash; no personal data
   * @param millis how long it may take
   * @throws KeyUnavailableException when it is late, or away, or says no
   */
  byte[] sign(byte[] challenge, int millis) throws KeyUnavailableException;
}
