package egate.terminal;

import egate.emrtd.CertificatePath;
import egate.emrtd.Evidence;
import egate.emrtd.InspectionSystem;
import egate.emrtd.KeyUnavailableException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * This gate as chips see it, for one document. Where certificates or key are amiss, it says so to
 * every chip that asks, for to such a gate none may look as if it had no right to begin with.
 *
 * @param trusted whether the document is such that its chip may be told who asks
 */
record GateInspectionSystem(
    Optional<TerminalCertificates> certificates,
    Optional<TerminalKey> key,
    LocalDate today,
    Predicate<Evidence> trusted)
    implements InspectionSystem {

  @Override
  public boolean trusts(Evidence soFar) {
    return trusted.test(soFar);
  }

  @Override
  public Optional<CertificatePath> pathFrom(String authorityReference)
      throws KeyUnavailableException {
    return certificates
        .orElseThrow(() -> new KeyUnavailableException("no certificates"))
        .pathFrom(authorityReference, today);
  }

  @Override
  public byte[] sign(byte[] challenge) throws KeyUnavailableException {
    return key.orElseThrow(() -> new KeyUnavailableException("no key")).sign(challenge);
  }
}
