package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.Refusal;
import egate.emrtd.Tlv;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.LdsSamples;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.DocumentType;
import egate.report.IssuingState;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Report.DocumentChecked;
import egate.report.Verdict;
import egate.report.WallTime;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final TestIssuer issuer = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
  private final Mrz printed = mrz(TestIssuer.MRZ_TEXT);

  @ParameterizedTest
  @EnumSource
  void acceptsADocumentSignedByAnyScheme(TestSigner.Scheme scheme) throws Exception {
    TestIssuer signing = new TestIssuer(scheme);
    assertAccepted(inspect(signing, signing.evidence()));
  }

  @Test
  void acceptedMeansThatEveryCheckPassedThatIsNotTolerated() throws Exception {
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertEquals(
        List.of(Check.values()), document.checks().stream().map(CheckResult::check).toList());
    for (CheckResult result : document.checks()) {
      boolean tolerated =
          DocumentPolicy.STANDARD.tolerates(
              new CheckResult(result.check(), Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED));
      assertEquals(tolerated ? Verdict.NOT_SUPPORTED : Verdict.PASSED, result.verdict());
    }
    assertEquals(DocumentType.PASSPORT, document.type());
    assertEquals(new IssuingState("UTO"), document.issuingState());
    assertEquals(AccessProtocol.BAC, document.access());
    assertEquals(2, document.faces().size());
    assertEquals(2, document.fingers().size());
  }

  @Test
  void acceptsExplicitCurveParameters() throws Exception {
    issuer.explicitParameters = true;
    assertAccepted(inspect(issuer, issuer.evidence()));
  }

  @Test
  void acceptsTheHabitsOfRealIssuers() throws Exception {
    issuer.attributesOutOfOrder = true;
    issuer.signingTime = true;
    issuer.wrongSignerName = true;
    issuer.keyIdentifiers = false;
    issuer.version = 1;
    issuer.country = "ut";
    assertAccepted(inspect(issuer, issuer.evidence()));
  }

  @Test
  void acceptsASignatureWithoutSignedAttributes() throws Exception {
    issuer.signedAttributes = false;
    assertAccepted(inspect(issuer, issuer.evidence()));
  }

  @Test
  void tellsWhetherCloneDetectionIsOffered() throws Exception {
    issuer.files.put(LdsFile.EF_COM, LdsSamples.efCom(LdsFile.DG1, LdsFile.DG2, LdsFile.DG14));
    issuer.files.remove(LdsFile.DG3);
    issuer.files.put(LdsFile.DG14, Tlv.encode(0x6E, Tlv.encode(0x31)));
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertResult(document, Check.CHIP_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED);
    assertResult(document, Check.ACTIVE_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED);
    assertAccepted(document);
  }

  @Test
  void refusesAMalformedDg14ThatItsIssuerSigned() throws Exception {
    issuer.files.put(LdsFile.DG14, Tlv.encode(0x6E, new byte[10]));
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertResult(document, Check.CHIP_AUTHENTICATION, Verdict.FAILED, Reason.LDS_MALFORMED);
  }

  @Test
  void refusesAChipThatWasStrippedOfASignedKey() throws Exception {
    for (LdsFile file : List.of(LdsFile.DG14, LdsFile.DG15)) {
      issuer.files.put(file, Tlv.encode(file.tag(), Tlv.encode(0x31)));
    }
    issuer.evidence();
    issuer.files.remove(LdsFile.DG14);
    issuer.files.remove(LdsFile.DG15);
    InspectedDocument document = inspect(issuer, issuer.read());
    assertResult(document, Check.CHIP_AUTHENTICATION, Verdict.FAILED, Reason.DATA_GROUP_MISSING);
    assertResult(document, Check.ACTIVE_AUTHENTICATION, Verdict.FAILED, Reason.DATA_GROUP_MISSING);
    assertEquals(Judgement.REFUSED, document.judgement());
  }

  @Test
  void refersADocumentOfAnUnknownIssuer() throws Exception {
    TestIssuer stranger = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
    InspectedDocument document = inspect(stranger, issuer.evidence());
    assertResult(document, Check.CERTIFICATE_CHAIN, Verdict.UNDETERMINED, Reason.ISSUER_UNKNOWN);
    assertEquals(Judgement.REFERRED, document.judgement());
    assertEquals(List.of(Reason.ISSUER_UNKNOWN), causes(document));
  }

  @Test
  void refersADocumentWhoseIssuersNameHasAKeyOfAnotherKind() throws Exception {
    InspectedDocument document =
        inspect(new TestIssuer(TestSigner.Scheme.RSA_SHA256), issuer.evidence());
    assertEquals(List.of(Reason.ISSUER_UNKNOWN), causes(document));
  }

  @Test
  void acceptsAnyValidCertificateOfTheIssuersKey() throws Exception {
    TrustStore trust =
        TrustStore.of(
            1,
            List.of(
                issuer.cscaCertificate(TestIssuer.SIGNED.minusSeconds(86_401)).getEncoded(),
                issuer.cscaCertificate().getEncoded()));
    assertAccepted(Inspection.inspect(issuer.evidence(), printed, trust, TODAY));
  }

  @Test
  void givesNoReferencesOfADocumentThatIsNotAccepted() throws Exception {
    TestIssuer stranger = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
    InspectedDocument document = inspect(stranger, issuer.evidence());
    assertTrue(document.faces().isEmpty());
    assertTrue(document.fingers().isEmpty());
  }

  @Test
  void refusesASignerThatOnlyClaimsAKnownIssuersKey() throws Exception {
    Evidence evidence = issuer.evidence();
    byte[] sod = evidence.file(LdsFile.EF_SOD).orElseThrow();
    // Change one bit of the certificate's serial number, which the CSCA's signature covers.
    int serial = indexOf(sod, new byte[] {(byte) 0xA0, 3, 2, 1, 2, 2, 1, 2});
    sod[serial + 7] ^= 4;
    InspectedDocument document = inspect(issuer, evidence);
    assertResult(document, Check.CERTIFICATE_CHAIN, Verdict.FAILED, Reason.SOD_SIGNATURE_WRONG);
    assertEquals(Judgement.REFUSED, document.judgement());
  }

  @ParameterizedTest
  @EnumSource(names = {"DG1", "DG2", "DG3"})
  void refusesAnAlteredDataGroup(LdsFile altered) throws Exception {
    Evidence evidence = issuer.evidence();
    byte[] bytes = evidence.file(altered).orElseThrow();
    bytes[bytes.length - 1] ^= 1;
    InspectedDocument document = inspect(issuer, evidence);
    assertResult(document, Check.DATA_GROUP_HASHES, Verdict.FAILED, Reason.DATA_GROUP_ALTERED);
    assertEquals(Judgement.REFUSED, document.judgement());
    assertEquals(List.of(Reason.DATA_GROUP_ALTERED), causes(document));
  }

  @Test
  void neverParsesAnAlteredDataGroup() throws Exception {
    issuer.files.put(LdsFile.EF_SOD, issuer.sod());
    issuer.files.put(LdsFile.DG1, new byte[] {0x61}); // malformed, had anyone looked
    InspectedDocument document = inspect(issuer, issuer.read());
    assertResult(document, Check.MRZ_EQUALS_DG1, Verdict.UNDETERMINED, Reason.DATA_GROUP_ALTERED);
  }

  @Test
  void refusesADataGroupThatNobodySigned() throws Exception {
    issuer.files.put(LdsFile.EF_SOD, issuer.sod());
    issuer.files.put(LdsFile.DG14, Tlv.encode(0x6E, new byte[10]));
    assertResult(
        inspect(issuer, issuer.read()),
        Check.DATA_GROUP_HASHES,
        Verdict.FAILED,
        Reason.DATA_GROUP_ALTERED);
  }

  @Test
  void refusesASignedDataGroupThatIsMalformed() throws Exception {
    issuer.files.put(LdsFile.DG1, Tlv.encode(0x61, new byte[4]));
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertResult(document, Check.MRZ_EQUALS_DG1, Verdict.FAILED, Reason.LDS_MALFORMED);
    assertEquals(Judgement.REFUSED, document.judgement());
  }

  @Test
  void refusesAWrongSignature() throws Exception {
    issuer.wrongSignature = true;
    assertSignatureWrong();
  }

  @Test
  void refusesSignedAttributesOfOtherContent() throws Exception {
    issuer.wrongDigest = true;
    assertSignatureWrong();
  }

  private void assertSignatureWrong() throws Exception {
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertResult(document, Check.SOD_SIGNATURE, Verdict.FAILED, Reason.SOD_SIGNATURE_WRONG);
    assertEquals(List.of(Reason.SOD_SIGNATURE_WRONG), causes(document));
  }

  @Test
  void refusesAnotherContentType() throws Exception {
    issuer.contentType = new ASN1ObjectIdentifier("1.2.840.113549.1.7.1");
    assertResult(
        inspect(issuer, issuer.evidence()),
        Check.SOD_SIGNATURE,
        Verdict.FAILED,
        Reason.LDS_MALFORMED);
  }

  @Test
  void refersASodWithoutItsSigner() throws Exception {
    issuer.certificateLeftOut = true;
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertEquals(Judgement.REFERRED, document.judgement());
    assertEquals(List.of(Reason.SIGNER_MISSING), causes(document));
  }

  @Test
  void refersADocumentWithoutSod() throws Exception {
    InspectedDocument document = inspect(issuer, issuer.read());
    assertEquals(Judgement.REFERRED, document.judgement());
    assertEquals(List.of(Reason.NOT_SIGNED), causes(document));
  }

  @Test
  void refusesASignerThatWasNotValidWhenItSigned() throws Exception {
    issuer.signingTime = true;
    issuer.signerNotAfter = TestIssuer.SIGNED.minusSeconds(1);
    assertResult(
        inspect(issuer, issuer.evidence()),
        Check.CERTIFICATE_CHAIN,
        Verdict.FAILED,
        Reason.SIGNER_NOT_VALID_AT_SIGNING);
  }

  @Test
  void refusesADocumentSignedInTheFuture() throws Exception {
    InspectedDocument document =
        Inspection.inspect(
            issuer.evidence(), printed, issuer.trustStore(), LocalDate.of(2024, 1, 1));
    assertResult(document, Check.VALIDITY, Verdict.FAILED, Reason.SIGNER_NOT_VALID_AT_SIGNING);
  }

  @Test
  void refusesAnExpiredDocumentFromTheDayAfter() throws Exception {
    LocalDate lastDay = LocalDate.of(2032, 4, 15);
    Evidence evidence = issuer.evidence();
    assertAccepted(Inspection.inspect(evidence, printed, issuer.trustStore(), lastDay));
    InspectedDocument document =
        Inspection.inspect(evidence, printed, issuer.trustStore(), lastDay.plusDays(1));
    assertEquals(Judgement.REFUSED, document.judgement());
    assertEquals(List.of(Reason.DOCUMENT_EXPIRED), causes(document));
  }

  @Test
  void refersWhereTheClockIsNotTrusted() throws Exception {
    for (LocalDate day : List.of(TODAY, LocalDate.of(2032, 4, 16), LocalDate.of(2024, 1, 1))) {
      WallTime doubtful = new WallTime(WallTime.on(day).instant(), false);
      InspectedDocument document =
          Inspection.inspect(
              issuer.evidence(), printed, issuer.trustStore(), doubtful, DocumentPolicy.STANDARD);
      assertEquals(Judgement.REFERRED, document.judgement());
      assertResult(document, Check.VALIDITY, Verdict.UNDETERMINED, Reason.CLOCK_NOT_TRUSTED);
    }
  }

  @Test
  void refusesAChipFromAnotherDocument() throws Exception {
    InspectedDocument document =
        Inspection.inspect(
            issuer.evidence(),
            mrz(TestIssuer.MRZ_TEXT.replace("ANNA", "ANNE")),
            issuer.trustStore(),
            TODAY);
    assertEquals(List.of(Reason.MRZ_DIFFERS_FROM_DG1), causes(document));
    assertEquals(Judgement.REFUSED, document.judgement());
  }

  @Test
  void refusesAChipSignedByAnotherState() throws Exception {
    issuer.country = "DE";
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertEquals(List.of(Reason.ISSUING_STATE_DIFFERS), causes(document));
    assertEquals(Judgement.REFUSED, document.judgement());
  }

  @Test
  void refusesAnEfComThatHidesADataGroup() throws Exception {
    issuer.files.put(LdsFile.EF_COM, LdsSamples.efCom(LdsFile.DG1, LdsFile.DG2));
    InspectedDocument document = inspect(issuer, issuer.evidence());
    assertEquals(List.of(Reason.DATA_GROUP_LIST_DIFFERS), causes(document));
    assertEquals(Judgement.REFUSED, document.judgement());
  }

  @Test
  void refusesADocumentWhoseFaceIsMissing() throws Exception {
    issuer.files.put(LdsFile.EF_SOD, issuer.sod());
    issuer.files.remove(LdsFile.DG2);
    assertResult(
        inspect(issuer, issuer.read()),
        Check.DATA_GROUP_HASHES,
        Verdict.FAILED,
        Reason.LDS_MALFORMED);
  }

  @Test
  void doesWithoutAFingerThatTheChipDenies() throws Exception {
    Evidence all = issuer.evidence();
    Map<LdsFile, byte[]> files = new EnumMap<>(all.files());
    files.remove(LdsFile.DG3);
    Evidence evidence =
        new Evidence(AccessProtocol.BAC, files, Map.of(LdsFile.DG3, Refusal.DENIED), List.of());
    InspectedDocument document = inspect(issuer, evidence);
    assertAccepted(document);
    assertTrue(document.fingers().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void survivesEveryChangedSod(int seed) throws Exception {
    byte[] sod = issuer.sod();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] changed = sod.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      issuer.files.put(LdsFile.EF_SOD, changed);
      inspect(issuer, issuer.read()); // gives a judgement, whichever
    }
  }

  @Test
  void refusesEveryTruncatedSod() throws Exception {
    byte[] sod = issuer.sod();
    for (int length = 0; length < sod.length; length += 7) {
      issuer.files.put(LdsFile.EF_SOD, Arrays.copyOf(sod, length));
      assertResult(
          inspect(issuer, issuer.read()),
          Check.SOD_SIGNATURE,
          Verdict.FAILED,
          Reason.LDS_MALFORMED);
    }
  }

  @Test
  void refersADocumentWithoutChip() {
    InspectedDocument document =
        Inspection.withoutChip(printed, Reason.NO_CHIP, WallTime.on(TODAY));
    assertEquals(Judgement.REFERRED, document.judgement());
    assertEquals(List.of(Reason.NO_CHIP), causes(document));
    assertEquals(new IssuingState("UTO"), document.issuingState());
    assertResult(document, Check.MRZ_CONSISTENT, Verdict.PASSED, Reason.NONE);
  }

  @Test
  void refersAChipThatBrokeOff() {
    InspectedDocument document =
        Inspection.withoutChip(printed, Reason.CHIP_PROTOCOL, WallTime.on(TODAY));
    assertResult(document, Check.CHIP_ACCESS, Verdict.ABORTED, Reason.CHIP_PROTOCOL);
    assertEquals(Judgement.REFERRED, document.judgement());
  }

  @Test
  void refusesAnExpiredDocumentWithoutChip() {
    InspectedDocument document =
        Inspection.withoutChip(printed, Reason.NO_CHIP, WallTime.on(LocalDate.of(2033, 1, 1)));
    assertEquals(Judgement.REFUSED, document.judgement());
    assertEquals(List.of(Reason.DOCUMENT_EXPIRED, Reason.NO_CHIP), causes(document));
  }

  @Test
  void refersAMisreadMrz() {
    InspectedDocument document = Inspection.withoutMrz(Reason.MRZ_CHECK_DIGIT);
    assertEquals(Judgement.REFERRED, document.judgement());
    assertEquals(List.of(Reason.MRZ_CHECK_DIGIT), causes(document));
    assertEquals(DocumentType.UNKNOWN, document.type());
  }

  private InspectedDocument inspect(TestIssuer trusted, Evidence evidence) throws Exception {
    return Inspection.inspect(evidence, printed, trusted.trustStore(), TODAY);
  }

  private static void assertAccepted(InspectedDocument document) {
    assertEquals(List.of(), causes(document));
    assertEquals(Judgement.ACCEPTED, document.judgement(), document.checks().toString());
  }

  private static void assertResult(
      InspectedDocument document, Check check, Verdict verdict, Reason reason) {
    assertTrue(
        document.checks().contains(new CheckResult(check, verdict, reason)),
        () -> document.checks().toString());
  }

  /** As the report will tell them; the report's own conditions hold, too. */
  private static List<Reason> causes(InspectedDocument document) {
    return new DocumentChecked(
            document.judgement(),
            document.type(),
            document.issuingState(),
            document.access(),
            document.checks(),
            0,
            0)
        .causes();
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int at = 0; at <= bytes.length - wanted.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new AssertionError("not found");
  }

  private static Mrz mrz(String text) {
    try {
      return Mrz.parse(text.getBytes(StandardCharsets.US_ASCII));
    } catch (MalformedDataException e) {
      throw new AssertionError(e);
    }
  }
}
