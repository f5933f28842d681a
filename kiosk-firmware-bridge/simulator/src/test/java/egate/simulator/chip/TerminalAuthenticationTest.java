package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.AccessPassword;
import egate.emrtd.CardLostException;
import egate.emrtd.CvCertificate;
import egate.emrtd.EfCvca;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.HolderAuthorisation.Role;
import egate.emrtd.InspectionSystem;
import egate.emrtd.KeyUnavailableException;
import egate.emrtd.Mrz;
import egate.emrtd.TerminalSignature;
import egate.emrtd.lds.LdsFile;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.inspection.TrustStore;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import egate.report.WallTime;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.CvHolder;
import egate.simulator.document.CvKeyPair;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.Issuer;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TerminalPki;
import egate.simulator.document.TerminalTrust;
import egate.simulator.document.TestPki;
import egate.simulator.document.TravelDocument;
import egate.terminal.TerminalCapability;
import egate.terminal.TerminalCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate's side of terminal authentication against the simulated chip's. */
class TerminalAuthenticationTest {
  private static final LocalDate TODAY = SampleDocuments.TODAY;
  private static final int SHORT = 260;
  private static final int EXTENDED = 65_536;

  /** One for all schemes, for making RSA keys is slow. */
  private static final CvKeyPair RSA = CvKeyPair.rsa(TerminalSignature.RSA_PSS_SHA_256, 1_280, 1);

  @TempDir Path folder;

  static CvKeyPair pair(TerminalSignature signature, long seed) {
    return signature.kind().isRsa()
        ? RSA.with(signature)
        : CvKeyPair.onCurve(signature, "P-256", seed);
  }

  private static TestPki standard() {
    TerminalSignature signature = TerminalSignature.ECDSA_SHA_256;
    return TestPki.of(pair(signature, 1), pair(signature, 2), pair(signature, 3));
  }

  static TravelDocument document(ChipProtocols protocols) {
    return SampleDocuments.passport(3, IssueOptions.standard().withProtocols(protocols));
  }

  private static TravelDocument demanding(TerminalTrust trust) {
    return document(ChipProtocols.standard().withTerminalAuthentication(trust));
  }

  private static ChipProtocols bac() {
    ChipProtocols standard = ChipProtocols.standard();
    return new ChipProtocols(
        List.of(), standard.chipAuthentication(), Optional.empty(), Optional.empty());
  }

  private static InspectedDocument inspect(TravelDocument document, TerminalCapability gate)
      throws Exception {
    return inspect(document, gate, SampleDocuments.issuer().cscaCertificate());
  }

  private static InspectedDocument inspect(
      TravelDocument document, TerminalCapability gate, byte[] csca) throws Exception {
    SimulatedChip chip = new SimulatedChip(document, new Random(1));
    return inspect(document, new DirectChannel(chip, EXTENDED), gate, csca);
  }

  private static InspectedDocument inspect(
      TravelDocument document, DirectChannel channel, TerminalCapability gate, byte[] csca)
      throws Exception {
    Mrz mrz = Mrz.parse(document.mrz().lines());
    TrustStore trust = TrustStore.of(1, List.of(csca));
    InspectionSystem system =
        gate.forDocument(
            TODAY,
            soFar ->
                Inspection.permitsTerminalAuthentication(
                    soFar, mrz, trust, WallTime.on(TODAY), DocumentPolicy.STANDARD));
    try (EmrtdReader reader =
        new EmrtdReader(List.of(AccessPassword.of(mrz)), system, new Random(2), () -> 0)) {
      return Inspection.inspect(read(reader, channel), mrz, trust, TODAY);
    }
  }

  private static Evidence read(EmrtdReader reader, DirectChannel channel) throws Exception {
    for (int losses = 0; ; losses++) {
      try {
        return reader.read(channel);
      } catch (CardLostException e) {
        assertTrue(losses < 3, "the chip is lost once");
      }
    }
  }

  private static void assertFingersRead(TravelDocument document, InspectedDocument inspected)
      throws Exception {
    assertEquals(result(Verdict.PASSED, Reason.NONE), terminal(inspected));
    assertEquals(Judgement.ACCEPTED, inspected.judgement());
    assertFalse(inspected.fingers().isEmpty());
    assertTrue(document.file(ElementaryFile.DG3).isPresent());
  }

  private static void assertFingersKept(Verdict verdict, Reason reason, InspectedDocument inspected)
      throws Exception {
    assertEquals(result(verdict, reason), terminal(inspected));
    assertTrue(inspected.fingers().isEmpty());
    boolean tolerated = verdict == Verdict.NOT_SUPPORTED;
    assertEquals(tolerated ? Judgement.ACCEPTED : Judgement.REFERRED, inspected.judgement());
  }

  private static CheckResult terminal(InspectedDocument inspected) {
    return InspectedChip.result(inspected, Check.TERMINAL_AUTHENTICATION);
  }

  private static CheckResult result(Verdict verdict, Reason reason) {
    return new CheckResult(Check.TERMINAL_AUTHENTICATION, verdict, reason);
  }

  @ParameterizedTest
  @EnumSource(TerminalSignature.class)
  void everySchemeOpensTheFingersAfterPaceAndAfterBac(TerminalSignature signature)
      throws Exception {
    CvKeyPair own = pair(signature, 1);
    TestPki pki = TestPki.of(own, own, own);
    TerminalCapability gate = pki.capability(folder);
    assertEquals("", gate.trouble());
    for (ChipProtocols protocols : List.of(ChipProtocols.standard(), bac())) {
      TravelDocument document = document(protocols.withTerminalAuthentication(pki.trust()));
      InspectedDocument inspected = inspect(document, gate);
      assertFingersRead(document, inspected);
      assertEquals(
          protocols.pace().isEmpty() ? AccessProtocol.BAC : AccessProtocol.PACE,
          inspected.access());
    }
  }

  static Stream<Arguments> protocols() {
    return ProtocolsOnChipTest.chipAuthentications().map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void everyChipAuthenticationCarriesIt(ChipProtocols.ChipAuthenticationOffer offer)
      throws Exception {
    TestPki pki = standard();
    TravelDocument document =
        document(
            ChipProtocols.standard()
                .withChipAuthentication(offer.protocol(), offer.parameters())
                .withTerminalAuthentication(pki.trust()));
    assertFingersRead(document, inspect(document, pki.capability(folder)));
  }

  @Test
  void withoutTerminalAuthenticationTheChipKeepsItsFingers() throws Exception {
    TravelDocument document = demanding(standard().trust());
    assertFingersKept(
        Verdict.NOT_SUPPORTED,
        Reason.NO_TERMINAL_CERTIFICATE,
        inspect(document, TerminalCapability.NONE));
  }

  @Test
  void aChipThatDoesNotAskIsNotTold() throws Exception {
    TravelDocument document = document(ChipProtocols.standard());
    InspectedDocument inspected = inspect(document, standard().capability(folder));
    assertEquals(result(Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED), terminal(inspected));
    assertFalse(inspected.fingers().isEmpty());
  }

  @Test
  void aChipOfAnotherAuthorityIsLeftAlone() throws Exception {
    TestPki pki = standard();
    CvHolder other =
        CvHolder.authority(
            TestPki.terms("QMCVCA00001", Role.CVCA, 3), pair(TerminalSignature.ECDSA_SHA_256, 9));
    TravelDocument document = demanding(new TerminalTrust(other.certificate(), TODAY));
    assertFingersKept(
        Verdict.NOT_SUPPORTED,
        Reason.NO_TERMINAL_CERTIFICATE,
        inspect(document, pki.capability(folder)));
  }

  @Test
  void whatHasExpiredIsNotShown() throws Exception {
    TestPki pki = standard();
    CvHolder.Terms past =
        new CvHolder.Terms(
            "UTGATE00001", Role.TERMINAL, 1, TODAY.minusDays(30), TODAY.minusDays(1));
    CvHolder gate = pki.verifier.certify(past, pki.gate.pair());
    TestPki expired = new TestPki(pki.authority, pki.verifier, gate);
    assertFingersKept(
        Verdict.UNDETERMINED,
        Reason.TERMINAL_CERTIFICATE_EXPIRED,
        inspect(demanding(pki.trust()), expired.capability(folder)));
  }

  @Test
  void aChipWithALaterDateRefuses() throws Exception {
    TestPki pki = standard();
    TerminalTrust later = new TerminalTrust(pki.authority.certificate(), TODAY.plusDays(31));
    assertFingersKept(
        Verdict.UNDETERMINED,
        Reason.TERMINAL_REFUSED,
        inspect(demanding(later), pki.capability(folder)));
  }

  @Test
  void theRightToIrisesIsNoneToFingers() throws Exception {
    TestPki pki = standard();
    CvHolder irises =
        pki.verifier.certify(TestPki.terms("UTGATE00001", Role.TERMINAL, 2), pki.gate.pair());
    assertFingersKept(
        Verdict.UNDETERMINED,
        Reason.TERMINAL_REFUSED,
        inspect(
            demanding(pki.trust()),
            new TestPki(pki.authority, pki.verifier, irises).capability(folder)));
  }

  @Test
  void aRightThatTheVerifierLacksDoesNotCount() throws Exception {
    TestPki pki = standard();
    CvHolder narrow =
        pki.authority.certify(
            TestPki.terms("UTVERI00001", Role.OFFICIAL_VERIFIER, 2), pki.verifier.pair());
    CvHolder gate = narrow.certify(TestPki.gate(), pki.gate.pair());
    assertFingersKept(
        Verdict.UNDETERMINED,
        Reason.TERMINAL_REFUSED,
        inspect(
            demanding(pki.trust()), new TestPki(pki.authority, narrow, gate).capability(folder)));
  }

  @Test
  void aWrongSignatureIsRefused() throws Exception {
    TestPki pki = standard();
    TerminalCapability gate = pki.capability(challenge -> new byte[64]);
    assertFingersKept(
        Verdict.UNDETERMINED, Reason.TERMINAL_REFUSED, inspect(demanding(pki.trust()), gate));
  }

  @Test
  void aForgedCertificateIsRefused() throws Exception {
    TestPki pki = standard();
    TestPki forged =
        TestPki.of(pair(TerminalSignature.ECDSA_SHA_256, 7), pki.verifier.pair(), pki.gate.pair());
    assertFingersKept(
        Verdict.UNDETERMINED,
        Reason.TERMINAL_REFUSED,
        inspect(demanding(pki.trust()), forged.capability(folder)));
  }

  @Test
  void aKeyThatIsAwayAbortsIt() throws Exception {
    TestPki pki = standard();
    TerminalCapability gate =
        pki.capability(
            challenge -> {
              throw new KeyUnavailableException("away");
            });
    assertFingersKept(
        Verdict.ABORTED, Reason.TERMINAL_KEY_UNAVAILABLE, inspect(demanding(pki.trust()), gate));
  }

  @Test
  void damagedCertificatesAbortIt() throws Exception {
    TestPki pki = standard();
    Path damaged = Files.createDirectories(folder.resolve("certificates"));
    Files.write(damaged.resolve("a"), new byte[40]);
    TerminalCapability gate = pki.capability(folder);
    assertTrue(gate.trouble().contains(damaged.resolve("a").toString()), gate.trouble());
    assertFingersKept(
        Verdict.ABORTED, Reason.TERMINAL_KEY_UNAVAILABLE, inspect(demanding(pki.trust()), gate));
  }

  /** Nobody's chip is asked for fingers before its document is known to be genuine. */
  @Test
  void aDocumentThatIsNotTrustedIsNotToldWhoAsks() throws Exception {
    TestPki pki = standard();
    boolean[] asked = {false};
    TerminalCapability gate =
        pki.capability(
            challenge -> {
              asked[0] = true;
              return new byte[64];
            });
    byte[] other = Issuer.of("UTO", 8, TODAY).cscaCertificate();
    assertFingersKept(
        Verdict.UNDETERMINED, Reason.ISSUER_UNKNOWN, inspect(demanding(pki.trust()), gate, other));
    InspectedDocument copy = inspect(demanding(pki.trust()).cloned(new Random(4)), gate);
    assertEquals(result(Verdict.UNDETERMINED, Reason.CHIP_NOT_GENUINE), terminal(copy));
    assertEquals(Judgement.REFUSED, copy.judgement());
    assertFalse(asked[0]);
  }

  /** Also over a reader that carries short commands alone, where links go in a chain of them. */
  @Test
  void aChipThatKnowsAnOldAuthorityIsLedToTheNext() throws Exception {
    TerminalPki pki = TerminalPki.of("UT", 5, TODAY);
    TerminalCapability gate = TestPki.capability(folder, pki.certificates(), pki.gate().pair());
    assertEquals("", gate.trouble());
    TravelDocument document = demanding(pki.trustOfOld());
    byte[] csca = SampleDocuments.issuer().cscaCertificate();
    for (int carried : new int[] {SHORT, EXTENDED}) {
      SimulatedChip chip = new SimulatedChip(document, new Random(1));
      DirectChannel channel = new DirectChannel(chip, carried);
      assertFingersRead(document, inspect(document, channel, gate, csca));
      // What it learnt stays: the newer key is named first, and no link is shown again.
      chip.powerOn();
      assertFingersRead(document, inspect(document, channel, gate, csca));
    }
    assertFingersRead(demanding(pki.trustOfNew()), inspect(demanding(pki.trustOfNew()), gate));
  }

  @Test
  void aStateMayChangeFromRsaToEllipticCurves() throws Exception {
    CvHolder old = CvHolder.authority(TestPki.root(), pair(TerminalSignature.RSA_PSS_SHA_256, 1));
    CvHolder next =
        old.certify(
            TestPki.terms("UTCVCA00002", Role.CVCA, 3), pair(TerminalSignature.ECDSA_SHA_256, 2));
    CvHolder verifier = next.certify(TestPki.verifier(), pair(TerminalSignature.ECDSA_SHA_384, 3));
    CvHolder own = verifier.certify(TestPki.gate(), pair(TerminalSignature.ECDSA_SHA_256, 4));
    List<CvCertificate> certificates =
        List.of(next.certificate(), verifier.certificate(), own.certificate());
    TerminalCapability gate = TestPki.capability(folder, certificates, own.pair());
    assertEquals("", gate.trouble());
    TravelDocument document = demanding(new TerminalTrust(old.certificate(), TODAY.minusDays(20)));
    assertFingersRead(document, inspect(document, gate));
  }

  /**
   * A verifier with a point on a curve below an authority with RSA: nobody spells the curve out.
   */
  @Test
  void aCurveThatNobodySpellsOutIsRefused() throws Exception {
    TestPki mixed =
        TestPki.of(
            pair(TerminalSignature.RSA_V1_5_SHA_256, 1),
            pair(TerminalSignature.ECDSA_SHA_256, 2),
            pair(TerminalSignature.ECDSA_SHA_256, 3));
    TerminalCapability loaded = mixed.capability(folder);
    assertEquals(
        "UTVERI00001 is on a curve that UTCVCA00001 should spell out, whose certificate is missing"
            + " or has none",
        loaded.trouble());
  }

  @Test
  void aChipMayComeBackAtAnyCommandOfIt() throws Exception {
    TestPki pki = standard();
    TerminalCapability gate = pki.capability(folder);
    TravelDocument document = demanding(pki.trust());
    byte[] csca = SampleDocuments.issuer().cscaCertificate();
    SimulatedChip whole = new SimulatedChip(document, new Random(1));
    int[] count = {0};
    inspect(document, new DirectChannel(whole, EXTENDED, () -> count[0]++), gate, csca);
    for (int leaves = 1; leaves < count[0]; leaves++) {
      SimulatedChip chip =
          new SimulatedChip(document, new Random(1), Behaviour.capable().leavingAfter(leaves));
      DirectChannel channel = new DirectChannel(chip, EXTENDED);
      assertFingersRead(document, inspect(document, channel, gate, csca));
    }
  }

  @Test
  void theChipListsTheKeysItTrusts() throws Exception {
    TerminalPki pki = TerminalPki.of("UT", 5, TODAY);
    byte[] file = demanding(pki.trustOfOld()).file(ElementaryFile.CVCA).orElseThrow();
    assertEquals(36, file.length);
    assertEquals(List.of("UTCVCA00001"), EfCvca.parse(file).references());
    assertArrayEquals(file, EfCvca.parse(file).encoded());
    assertEquals(0x63, LdsFile.DG3.tag());
  }

  @Test
  void theClockIsTheFirstOfTheAuthoritiesToRunOut() throws Exception {
    TestPki pki = standard();
    CvHolder foreign =
        CvHolder.authority(
            TestPki.terms("QMCVCA00001", Role.CVCA, 3), pair(TerminalSignature.ECDSA_SHA_256, 9));
    CvHolder.Terms soon =
        new CvHolder.Terms(
            "UTVERI00001", Role.FOREIGN_VERIFIER, 1, TODAY.minusDays(1), TODAY.plusDays(3));
    CvCertificate verifier = foreign.certify(soon, pki.verifier.pair()).certificate();
    assertEquals(TODAY.plusDays(30), TerminalCertificates.of(pki.certificates()).limit());
    assertEquals(
        TODAY.plusDays(3),
        TerminalCertificates.of(
                Stream.concat(
                        pki.certificates().stream(), Stream.of(foreign.certificate(), verifier))
                    .toList())
            .limit());
  }
}
