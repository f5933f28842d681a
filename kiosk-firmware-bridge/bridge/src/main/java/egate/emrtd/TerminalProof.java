package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SecurityInfo;
import egate.emrtd.lds.SecurityInfos;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads DG3 of a chip that wants to know who asks: terminal authentication, where it may be told,
 * and then the file. It judges nothing beyond that.
 */
final class TerminalProof {
  private final InspectionSystem inspectionSystem;
  private final ChipAccess access;
  private final ChipProofs proofs;
  private final ChipFileReadings files;
  private TerminalAuthenticationOutcome outcome = TerminalAuthenticationOutcome.NOT_ASKED;

  TerminalProof(
      InspectionSystem inspectionSystem,
      ChipAccess access,
      ChipProofs proofs,
      ChipFileReadings files) {
    this.inspectionSystem = inspectionSystem;
    this.access = access;
    this.proofs = proofs;
    this.files = files;
  }

  TerminalAuthenticationOutcome outcome() {
    return outcome;
  }

  /**
   * Once for each time that the chip denies DG3 and a former run did not fail.
   *
   * @param soFar what was read until now
   */
  void authenticate(ChipLink link, Supplier<Evidence> soFar)
      throws IOException, ChipProtocolException {
    if (!files.denied(LdsFile.DG3) || hasFailed()) {
      return;
    }
    outcome = trust(soFar);
    if (outcome != TerminalAuthenticationOutcome.ACCEPTED) {
      return;
    }
    outcome = TerminalAuthenticationOutcome.REFUSED; // until the chip says otherwise
    try {
      outcome = run(link);
    } catch (CardLostException e) {
      outcome = TerminalAuthenticationOutcome.NOT_ASKED; // it may come back
      throw e;
    }
    if (outcome == TerminalAuthenticationOutcome.ACCEPTED) {
      files.readDenied(link, LdsFile.DG3);
    }
  }

  private TerminalAuthenticationOutcome run(ChipLink link)
      throws IOException, ChipProtocolException {
    proofs.authenticateChipAnew(link, files);
    return proofs.began(link)
        ? new TerminalAuthentication(inspectionSystem, link)
            .authenticate(efCvca(), access.chipIdentifier(), proofs.terminalKey())
        : TerminalAuthenticationOutcome.NO_CHIP_AUTHENTICATION;
  }

  /** A chip that broke a run off is not asked again in the session that follows. */
  private boolean hasFailed() {
    return outcome != TerminalAuthenticationOutcome.NOT_ASKED
        && outcome != TerminalAuthenticationOutcome.ACCEPTED;
  }

  /** The judge's copies of the files are wiped at once; the transcripts are lent to it and stay. */
  private TerminalAuthenticationOutcome trust(Supplier<Evidence> soFar) {
    if (!inspectionSystem.isConfigured()) {
      return TerminalAuthenticationOutcome.NOT_CONFIGURED;
    }
    Evidence lent = soFar.get();
    try {
      return inspectionSystem.trusts(lent)
          ? TerminalAuthenticationOutcome.ACCEPTED
          : TerminalAuthenticationOutcome.NOT_TRUSTED;
    } finally {
      lent.wipeFiles();
    }
  }

  /** Where DG14 says that EF.CVCA lies. */
  private int efCvca() {
    try {
      Optional<byte[]> dg14 = files.file(LdsFile.DG14);
      return dg14.isEmpty()
          ? EfCvca.FILE_ID
          : SecurityInfos.parseDg14(dg14.get())
              .all(SecurityInfo.TerminalAuthentication.class)
              .flatMap(info -> info.efCvca().stream())
              .findFirst()
              .orElse(EfCvca.FILE_ID);
    } catch (MalformedDataException e) {
      return EfCvca.FILE_ID; // chip authentication has used it, so that this does not happen
    }
  }
}
