package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.lds.EfCom;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.Reason;
import egate.report.Verdict;
import egate.report.WallTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a document by its evidence: every check once, in their order. */
public final class Inspection {
  private static final EnumSet<Check> BEFORE_TERMINAL =
      EnumSet.of(
          Check.CHIP_ACCESS,
          Check.SOD_SIGNATURE,
          Check.CERTIFICATE_CHAIN,
          Check.SIGNER_REVOCATION,
          Check.DATA_GROUP_HASHES,
          Check.ISSUING_STATE,
          Check.CHIP_AUTHENTICATION);

  private final Evidence evidence;
  private final Mrz printed;
  private final TrustStore trust;
  private final WallTime now;
  private final LocalDate today;
  private final DocumentPolicy policy;
  private final PassiveAuthentication authentication;
  private final Dg1Reading dg1;

  private Inspection(
      Evidence evidence, Mrz printed, TrustStore trust, WallTime now, DocumentPolicy policy) {
    this.evidence = evidence;
    this.printed = printed;
    this.trust = trust;
    this.now = now;
    this.today = now.date();
    this.policy = policy;
    this.authentication = PassiveAuthentication.of(evidence, trust, today);
    this.dg1 = Dg1Reading.of(evidence, authentication);
  }

  /** Judges a chip that was read to its end by the standard policy; as the other. */
  public static InspectedDocument inspect(
      Evidence evidence, Mrz printed, TrustStore trust, LocalDate today) {
    return inspect(evidence, printed, trust, WallTime.on(today), DocumentPolicy.STANDARD);
  }

  /**
   * Judges a chip that was read to its end.
   *
   * @param printed the MRZ that the document's reader saw, and that opened the chip
   * @param now the time at the gate
   * @param policy which documents are accepted
   */
  public static InspectedDocument inspect(
      Evidence evidence, Mrz printed, TrustStore trust, WallTime now, DocumentPolicy policy) {
    List<CheckResult> checks = new Inspection(evidence, printed, trust, now, policy).checks();
    return new InspectedDocument(
        checks,
        InspectionPolicy.judge(checks, policy),
        printed.documentType(),
        printed.issuingState(),
        Optional.of(evidence));
  }

  /**
   * Whether a chip that was read so far may be told who asks for its fingers: passive
   * authentication has passed, as far as the policy wants, and the chip has proved its key.
   *
   * @param evidence lent
   */
  public static boolean permitsTerminalAuthentication(
      Evidence evidence, Mrz printed, TrustStore trust, WallTime now, DocumentPolicy policy) {
    List<CheckResult> checks = new Inspection(evidence, printed, trust, now, policy).checks();
    return requiredForTerminal(checks).stream()
        .allMatch(check -> check.verdict() == Verdict.PASSED || policy.tolerates(check));
  }

  /** What has to have passed before terminal authentication (BSI TR-03110-1 section 2.4). */
  private static List<CheckResult> requiredForTerminal(List<CheckResult> checks) {
    return checks.stream().filter(check -> BEFORE_TERMINAL.contains(check.check())).toList();
  }

  /** Judges a document whose chip could not be read, for this reason; see {@link Unread}. */
  public static InspectedDocument withoutChip(Mrz printed, Reason reason, WallTime now) {
    return Unread.chip(printed, reason, now);
  }

  /**
   * Judges a document of which not even the MRZ can be believed.
   *
   * @param reason {@link Reason#MRZ_CHECK_DIGIT} or {@link Reason#MRZ_MALFORMED}
   */
  public static InspectedDocument withoutMrz(Reason reason) {
    return Unread.mrz(reason);
  }

  /**
   * Whether a signer that the trust store knows has signed the hash of a data group. It says
   * nothing of the document, and is no reason to open anything: only to begin work that the
   * judgement may yet make useless.
   *
   * @param group the raw bytes of the data group
   * @param sod the raw bytes of EF.SOD
   */
  public static boolean isVouchedFor(
      LdsFile file, byte[] group, byte[] sod, TrustStore trust, LocalDate today) {
    Map<LdsFile, byte[]> files = Map.of(LdsFile.EF_SOD, sod, file, group);
    Evidence part = new Evidence(AccessProtocol.NONE, files, Map.of(), List.of());
    return PassiveAuthentication.of(part, trust, today).vouchesFor(file);
  }

  private List<CheckResult> checks() {
    List<CheckResult> checks = new ArrayList<>();
    checks.add(mrzConsistent(printed));
    checks.add(ChipAccessCheck.of(evidence, authentication));
    checks.addAll(authentication.checks());
    checks.add(dataGroupList());
    checks.add(mrzEqualsDg1());
    checks.add(IssuingStateCheck.of(authentication, dg1.mrz().orElse(printed).issuingState()));
    checks.add(ValidityCheck.of(printed, dg1, authentication.signedAt(), now));
    checks.add(ChipAuthenticationCheck.of(evidence, authentication, trust, today));
    checks.add(ActiveAuthenticationCheck.of(evidence, authentication));
    checks.add(
        TerminalAuthenticationCheck.of(evidence, authentication, requiredForTerminal(checks)));
    checks.add(EligibilityCheck.of(dg1, policy, today));
    checks.add(stopList());
    return KnownDefects.of(authentication, dg1.mrz().orElse(printed), trust).explain(checks);
  }

  /** The slot of a list of stolen and lost documents. Central asks it; no gate holds one yet. */
  static CheckResult stopList() {
    return new CheckResult(Check.STOP_LIST, Verdict.NOT_SUPPORTED, Reason.NO_STOP_LIST);
  }

  static CheckResult mrzConsistent(Mrz printed) {
    return printed.checkDigitsHold()
        ? Verdicts.passed(Check.MRZ_CONSISTENT)
        : Verdicts.undetermined(Check.MRZ_CONSISTENT, Reason.MRZ_CHECK_DIGIT);
  }

  /** EF.COM is signed by nobody, so only its agreement with the SOD says anything. */
  private CheckResult dataGroupList() {
    Optional<byte[]> com = evidence.file(LdsFile.EF_COM);
    if (authentication.signer().isEmpty()) {
      return Verdicts.undetermined(Check.DATA_GROUP_LIST, authentication.signatureReason());
    }
    if (com.isEmpty()) {
      return Verdicts.undetermined(Check.DATA_GROUP_LIST, Reason.DATA_GROUP_LIST_DIFFERS);
    }
    try {
      boolean agree = EfCom.parse(com.get()).dataGroups().equals(authentication.listed());
      return Verdicts.passedIf(agree, Check.DATA_GROUP_LIST, Reason.DATA_GROUP_LIST_DIFFERS);
    } catch (MalformedDataException e) {
      return Verdicts.failed(Check.DATA_GROUP_LIST, Reason.LDS_MALFORMED);
    }
  }

  private CheckResult mrzEqualsDg1() {
    if (dg1.mrz().isPresent()) {
      return Verdicts.passedIf(
          printed.sameAs(dg1.mrz().get()), Check.MRZ_EQUALS_DG1, Reason.MRZ_DIFFERS_FROM_DG1);
    }
    return dg1.reason() == Reason.LDS_MALFORMED
        ? Verdicts.failed(Check.MRZ_EQUALS_DG1, Reason.LDS_MALFORMED)
        : Verdicts.undetermined(Check.MRZ_EQUALS_DG1, dg1.reason());
  }
}
