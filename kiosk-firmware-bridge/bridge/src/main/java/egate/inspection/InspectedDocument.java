package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.Dg3;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import egate.report.CheckResult;
import egate.report.DocumentType;
import egate.report.IssuingState;
import egate.report.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * A document and what was found about it. The checks, the judgement, type and issuing state may be
 * reported; the images are the traveller's, so it has no string form. They are read from the
 * evidence, which therefore stays open until the comparison is done.
 */
public final class InspectedDocument {
  private final List<CheckResult> checks;
  private final Judgement judgement;
  private final DocumentType type;
  private final IssuingState issuingState;
  private final Optional<Evidence> evidence;

  InspectedDocument(
      List<CheckResult> checks,
      Judgement judgement,
      DocumentType type,
      IssuingState issuingState,
      Optional<Evidence> evidence) {
    this.checks = List.copyOf(checks);
    this.judgement = judgement;
    this.type = type;
    this.issuingState = issuingState;
    this.evidence = evidence;
  }

  /** One result for every check, in the order of {@link egate.report.Check}. */
  public List<CheckResult> checks() {
    return checks;
  }

  public Judgement judgement() {
    return judgement;
  }

  /** As printed; unknown when no MRZ was read. */
  public DocumentType type() {
    return type;
  }

  /** As printed; unknown when no MRZ was read. */
  public IssuingState issuingState() {
    return issuingState;
  }

  public AccessProtocol access() {
    return evidence.map(Evidence::access).orElse(AccessProtocol.NONE);
  }

  /**
   * Face references for a comparison; none unless the document was accepted.
   *
   * @throws MalformedDataException when the issuer signed a DG2 that cannot be read
   */
  public List<EncodedImage> faces() throws MalformedDataException {
    Optional<byte[]> file = accepted(LdsFile.DG2);
    return file.isPresent() ? Dg2.parse(file.get()) : List.of();
  }

  /**
   * Finger references for a comparison; none unless the document was accepted and has a DG3.
   *
   * @throws MalformedDataException when the issuer signed a DG3 that cannot be read
   */
  public List<FingerImage> fingers() throws MalformedDataException {
    Optional<byte[]> file = accepted(LdsFile.DG3);
    return file.isPresent() ? Dg3.parse(file.get()) : List.of();
  }

  /** Accepted means that the hash of every group that was read fits a trusted SOD. */
  private Optional<byte[]> accepted(LdsFile file) {
    return judgement == Judgement.ACCEPTED
        ? evidence.flatMap(read -> read.file(file))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "InspectedDocument";
  }
}
