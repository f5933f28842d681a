package egate.emrtd;

import java.util.Optional;

/**
 * Who this terminal is to chips that show fingerprints to few (BSI TR-03110-1 section 3.5). Its
 * private key may lie in a file, on a token, or with a central terminal control centre.
 */
public interface InspectionSystem {

  /** Of a gate that has no certificates for such chips. */
  InspectionSystem NONE =
      new InspectionSystem() {
        @Override
        public boolean isConfigured() {
          return false;
        }

        @Override
        public boolean trusts(Evidence soFar) {
          return false;
        }

        @Override
        public Optional<CertificatePath> pathFrom(String authorityReference) {
          return Optional.empty();
        }

        @Override
        public byte[] sign(byte[] challenge) throws KeyUnavailableException {
          throw new KeyUnavailableException("no key");
        }
      };

  /** Whether it has, or should have, certificates at all. */
  default boolean isConfigured() {
    return true;
  }

  /**
   * Whether the chip may be told who asks: only once passive authentication has passed, for a
   * signature is a proof of presence that anybody could ask for.
   *
   * @param soFar what was read, without DG3; lent
   */
  boolean trusts(Evidence soFar);

  /**
   * The certificates that lead from a key which the chip knows to this terminal's own.
   *
   * @param authorityReference the CVCA's that the chip trusts
   * @return empty where none leads there
   * @throws KeyUnavailableException when the certificates themselves cannot be had
   */
  Optional<CertificatePath> pathFrom(String authorityReference) throws KeyUnavailableException;

  /**
   * Signs with the scheme of the terminal's own certificate; with ECDSA both numbers side by side.
   *
   * @param challenge the hash, by that scheme's digest, of what the chip is told; no personal data,
   *     for the chip's own challenge of eight random bytes went into it
   * @throws KeyUnavailableException when the key cannot be had in time
   */
  byte[] sign(byte[] challenge) throws KeyUnavailableException;
}
