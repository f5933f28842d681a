package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.Mrz;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.IssuingState;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import egate.report.WallTime;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

/** What the trust data and the policy say of a document that is good in itself. */
class TrustDataChecksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final X500Name CSCA = new X500Name("C=UT,O=Test,CN=CSCA");
  private static final BigInteger SIGNER_SERIAL = BigInteger.TWO;

  private final TestIssuer issuer = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);

  @Test
  void refusesASignerThatIsAnAuthority() throws Exception {
    issuer.signerIsAuthority = true;
    assertOutcome(
        inspect(issuer.trustStore()),
        Judgement.REFUSED,
        Check.CERTIFICATE_CHAIN,
        Verdict.FAILED,
        Reason.SIGNER_NOT_ENTITLED);
  }

  @Test
  void refusesASignerOfMasterLists() throws Exception {
    issuer.signerSignsMasterLists = true;
    assertOutcome(
        inspect(issuer.trustStore()),
        Judgement.REFUSED,
        Check.CERTIFICATE_CHAIN,
        Verdict.FAILED,
        Reason.SIGNER_NOT_ENTITLED);
  }

  @Test
  void refersASignerUnderACertificateThatIsNoAuthority() throws Exception {
    assertOutcome(
        inspect(TrustStore.of(1, List.of(issuer.signerCertificate().getEncoded()))),
        Judgement.REFERRED,
        Check.CERTIFICATE_CHAIN,
        Verdict.UNDETERMINED,
        Reason.ISSUER_UNKNOWN);
  }

  @Test
  void acceptsANewKeyThatALinkCertificateJoinsToAnOldRoot() throws Exception {
    TestIssuer older = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
    byte[] link = issuer.linkCertificate(older).getEncoded();
    InspectedDocument document =
        inspect(TrustStore.of(1, List.of(link, older.cscaCertificate().getEncoded())));
    assertEquals(Judgement.ACCEPTED, document.judgement(), document.checks().toString());
  }

  @Test
  void refersALinkCertificateThatJoinsToNothing() throws Exception {
    TestIssuer older = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
    byte[] link = issuer.linkCertificate(older).getEncoded();
    assertOutcome(
        inspect(TrustStore.of(1, List.of(link))),
        Judgement.REFERRED,
        Check.CERTIFICATE_CHAIN,
        Verdict.UNDETERMINED,
        Reason.ISSUER_UNKNOWN);
  }

  @Test
  void refusesARevokedSigner() throws Exception {
    assertOutcome(
        inspect(revoking(Map.of(SIGNER_SERIAL, NOW), NOW.minusSeconds(1))),
        Judgement.REFUSED,
        Check.SIGNER_REVOCATION,
        Verdict.FAILED,
        Reason.SIGNER_REVOKED);
  }

  @Test
  void refusesASignerWhoseIssuerIsRevoked() throws Exception {
    assertOutcome(
        inspect(revoking(Map.of(BigInteger.ONE, NOW), NOW.plusSeconds(1))),
        Judgement.REFUSED,
        Check.SIGNER_REVOCATION,
        Verdict.FAILED,
        Reason.SIGNER_REVOKED);
  }

  @Test
  void acceptsASignerOnNoCurrentList() throws Exception {
    assertOutcome(
        inspect(revoking(Map.of(BigInteger.TEN, NOW), NOW)),
        Judgement.ACCEPTED,
        Check.SIGNER_REVOCATION,
        Verdict.PASSED,
        Reason.NONE);
  }

  @Test
  void refersASignerWhoseListIsTooOld() throws Exception {
    assertOutcome(
        inspect(revoking(Map.of(), NOW.minusSeconds(1))),
        Judgement.REFERRED,
        Check.SIGNER_REVOCATION,
        Verdict.UNDETERMINED,
        Reason.REVOCATION_LIST_TOO_OLD);
  }

  @Test
  void refersADocumentWithAKnownDefectOfItsKey() throws Exception {
    assertOutcome(
        inspect(defective(Deviation.CERTIFICATE_OR_KEY + ".1", LocalDate.of(2024, 5, 1))),
        Judgement.REFERRED,
        Check.CERTIFICATE_CHAIN,
        Verdict.UNDETERMINED,
        Reason.KNOWN_DEFECT);
  }

  @Test
  void aKnownDefectExplainsAFailureOfItsOwnKindOnly() throws Exception {
    issuer.signingTime = true;
    Mrz other = mrz(TestIssuer.MRZ_TEXT.replace("ANNA", "ANNE"));
    TrustStore trust = defective(Deviation.MRZ, LocalDate.of(2024, 5, 1));
    assertOutcome(
        Inspection.inspect(issuer.evidence(), other, trust, TODAY),
        Judgement.REFERRED,
        Check.MRZ_EQUALS_DG1,
        Verdict.UNDETERMINED,
        Reason.KNOWN_DEFECT);
    assertOutcome(
        Inspection.inspect(
            issuer.evidence(), other, defective(Deviation.CHIP, LocalDate.of(2024, 5, 1)), TODAY),
        Judgement.REFUSED,
        Check.MRZ_EQUALS_DG1,
        Verdict.FAILED,
        Reason.MRZ_DIFFERS_FROM_DG1);
  }

  @Test
  void aDefectOfOtherYearsSaysNothing() throws Exception {
    InspectedDocument document =
        inspect(defective(Deviation.CERTIFICATE_OR_KEY, LocalDate.of(2020, 1, 1)));
    assertEquals(Judgement.ACCEPTED, document.judgement());
  }

  @Test
  void refersTheDocumentOfAStateThatIsNotEligible() throws Exception {
    assertEligibility(
        new DocumentPolicy(Set.of(new IssuingState("D")), 0, DocumentPolicy.STANDARD.tolerated()),
        TODAY,
        Reason.STATE_NOT_ELIGIBLE);
  }

  @Test
  void refersAHolderWhoIsTooYoungUntilTheBirthday() throws Exception {
    // born on 12 August 1974
    DocumentPolicy policy = new DocumentPolicy(Set.of(), 52, DocumentPolicy.STANDARD.tolerated());
    assertEligibility(policy, LocalDate.of(2026, 8, 11), Reason.HOLDER_TOO_YOUNG);
    assertEquals(
        Judgement.ACCEPTED,
        Inspection.inspect(
                issuer.evidence(),
                mrz(TestIssuer.MRZ_TEXT),
                issuer.trustStore(),
                WallTime.on(LocalDate.of(2026, 8, 12)),
                policy)
            .judgement());
  }

  private void assertEligibility(DocumentPolicy policy, LocalDate today, Reason reason)
      throws Exception {
    assertOutcome(
        Inspection.inspect(
            issuer.evidence(),
            mrz(TestIssuer.MRZ_TEXT),
            issuer.trustStore(),
            WallTime.on(today),
            policy),
        Judgement.REFERRED,
        Check.ELIGIBILITY,
        Verdict.FAILED,
        reason);
  }

  @Test
  void refersOnceEveryListOfAnchorsIsTooOld() throws Exception {
    Instant yesterday = NOW.minusSeconds(86_400);
    assertOutcome(
        inspect(anchoredUntil(yesterday, NOW.minusSeconds(1))),
        Judgement.REFERRED,
        Check.CERTIFICATE_CHAIN,
        Verdict.UNDETERMINED,
        Reason.TRUST_DATA_TOO_OLD);
    assertEquals(Judgement.ACCEPTED, inspect(anchoredUntil(yesterday, NOW)).judgement());
  }

  @Test
  void aForgeryIsRefusedHoweverOldTheAnchorsAre() throws Exception {
    issuer.signerIsAuthority = true;
    assertEquals(Judgement.REFUSED, inspect(anchoredUntil(NOW.minusSeconds(1))).judgement());
  }

  /** Anchors that came by lists of two states, each good until its day. */
  private TrustStore anchoredUntil(Instant... limits) throws Exception {
    List<TrustList> clocks = new ArrayList<>();
    for (Instant limit : limits) {
      clocks.add(new TrustList(TrustList.Kind.ANCHORS, "UT", NOW.minusSeconds(90_000), limit, 1));
    }
    List<byte[]> anchors = List.of(issuer.cscaCertificate().getEncoded());
    return TrustStore.of(new TrustData(1, Instant.EPOCH, anchors, List.of(), List.of(), clocks));
  }

  private TrustStore revoking(Map<BigInteger, Instant> revoked, Instant limit) throws Exception {
    RevocationList list = RevocationList.of(CSCA, NOW.minusSeconds(86_400), limit, revoked);
    return store(List.of(list), List.of());
  }

  /** A defect of what was issued in the year from this day. */
  private TrustStore defective(String type, LocalDate from) throws Exception {
    Deviation deviation = new Deviation("UT", List.of(type), from, from.plusYears(1));
    return store(
        List.of(),
        List.of(
            new KnownDefect(
                deviation,
                Optional.empty(),
                Optional.of(StoreKey.ofSerial(CSCA, SIGNER_SERIAL)),
                List.of())));
  }

  private TrustStore store(List<RevocationList> revocations, List<KnownDefect> defects)
      throws Exception {
    return TrustStore.of(
        new TrustData(
            1,
            NOW,
            List.of(issuer.cscaCertificate().getEncoded()),
            revocations,
            defects,
            List.of()));
  }

  private InspectedDocument inspect(TrustStore trust) throws Exception {
    issuer.signingTime = true;
    return Inspection.inspect(issuer.evidence(), mrz(TestIssuer.MRZ_TEXT), trust, TODAY);
  }

  private static Mrz mrz(String text) throws Exception {
    return Mrz.parse(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertOutcome(
      InspectedDocument document,
      Judgement judgement,
      Check check,
      Verdict verdict,
      Reason reason) {
    assertTrue(
        document.checks().contains(new CheckResult(check, verdict, reason)),
        () -> document.checks().toString());
    assertEquals(judgement, document.judgement(), () -> document.checks().toString());
  }
}
