package egate.terminal;

import egate.emrtd.KeyUnavailableException;

/** The gate's private key for chips, wherever it lies. */
public interface TerminalKey {

  /**
   * Signs with the scheme of the gate's certificate; with ECDSA both numbers side by side.
   *
   * @param challenge a hash by the scheme's digest; no personal data
   * @throws KeyUnavailableException when the key cannot be had in time
   */
  byte[] sign(byte[] challenge) throws KeyUnavailableException;
}
