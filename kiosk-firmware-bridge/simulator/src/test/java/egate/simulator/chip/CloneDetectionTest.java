package egate.simulator.chip;

import static egate.simulator.chip.InspectedChip.inspect;
import static egate.simulator.chip.InspectedChip.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.PaceMapping;
import egate.emrtd.PaceProtocol;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.StandardParameters;
import egate.inspection.InspectedDocument;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import egate.simulator.document.ActiveAuthenticationScheme;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.PaceOffer;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attacks on a chip's identity and access, each refused with its reason; genuine chips pass. */
class CloneDetectionTest {
  private static final PaceOffer STRONG =
      new PaceOffer(
          new PaceProtocol(PaceMapping.GENERIC, true, SessionAlgorithm.AES_128),
          StandardParameters.P_256);
  private static final PaceOffer WEAK =
      new PaceOffer(
          new PaceProtocol(PaceMapping.GENERIC, true, SessionAlgorithm.TRIPLE_DES),
          StandardParameters.P_192);
  private static final PaceOffer MAPPED =
      new PaceOffer(
          new PaceProtocol(PaceMapping.CHIP_AUTHENTICATION, true, SessionAlgorithm.AES_256),
          StandardParameters.BRAINPOOL_P256R1);

  @Test
  void aGenuineChipProvesItsKeyByChipAuthentication() throws Exception {
    InspectedDocument document = inspect(document(ChipProtocols.standard()));
    assertPassed(document, Check.CHIP_AUTHENTICATION);
    assertEquals(Judgement.ACCEPTED, document.judgement());
  }

  @ParameterizedTest
  @EnumSource
  void aGenuineChipProvesItsKeyByActiveAuthentication(ActiveAuthenticationScheme scheme)
      throws Exception {
    ChipProtocols protocols = ChipProtocols.standard().withActiveAuthentication(scheme);
    InspectedDocument document = inspect(document(protocols));
    assertPassed(document, Check.ACTIVE_AUTHENTICATION);
    assertPassed(document, Check.CHIP_AUTHENTICATION);
    assertEquals(Judgement.ACCEPTED, document.judgement());
  }

  @Test
  void aGenuineChipProvesItsKeyByPaceWithChipAuthenticationMapping() throws Exception {
    InspectedDocument document = inspect(document(ChipProtocols.bacOnly().withPace(MAPPED)));
    assertPassed(document, Check.CHIP_AUTHENTICATION);
    assertEquals(Judgement.ACCEPTED, document.judgement());
  }

  @ParameterizedTest
  @EnumSource
  void aCopyFailsChipAuthenticationWithEachCipher(SessionAlgorithm algorithm) throws Exception {
    for (StandardParameters group :
        new StandardParameters[] {StandardParameters.P_256, StandardParameters.MODP_1024_160}) {
      ChipProtocols protocols =
          ChipProtocols.standard()
              .withChipAuthentication(
                  new ChipAuthenticationProtocol(group.isCurve(), algorithm), group);
      assertRefused(
          document(protocols).cloned(new Random(5)),
          Check.CHIP_AUTHENTICATION,
          Reason.CHIP_NOT_GENUINE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCopyFailsActiveAuthentication(ActiveAuthenticationScheme scheme) throws Exception {
    assertRefused(
        document(ChipProtocols.bacOnly().withActiveAuthentication(scheme)).cloned(new Random(5)),
        Check.ACTIVE_AUTHENTICATION,
        Reason.CHIP_NOT_GENUINE);
  }

  @Test
  void aCopyFailsChipAuthenticationMapping() throws Exception {
    assertRefused(
        document(ChipProtocols.bacOnly().withPace(MAPPED)).cloned(new Random(5)),
        Check.CHIP_AUTHENTICATION,
        Reason.CHIP_NOT_GENUINE);
  }

  @Test
  void aChipStrippedOfItsKeysIsKnownByTheSignedList() throws Exception {
    ChipProtocols both =
        ChipProtocols.standard().withActiveAuthentication(ActiveAuthenticationScheme.ECDSA_P256);
    assertRefused(
        document(both).stripped(ElementaryFile.DG14),
        Check.CHIP_AUTHENTICATION,
        Reason.DATA_GROUP_MISSING);
    assertRefused(
        document(both).stripped(ElementaryFile.DG15),
        Check.ACTIVE_AUTHENTICATION,
        Reason.DATA_GROUP_MISSING);
  }

  @Test
  void aDowngradeFromPaceToBacIsKnownByTheSignedDg14() throws Exception {
    assertRefused(
        document(ChipProtocols.standard()).withoutPace(),
        Check.CHIP_ACCESS,
        Reason.ACCESS_DOWNGRADED);
  }

  @Test
  void anAlteredCardAccessIsKnownByTheSignedDg14() throws Exception {
    TravelDocument document = document(ChipProtocols.standard().withPace(STRONG, WEAK));
    assertPassed(inspect(document), Check.CHIP_ACCESS);
    assertRefused(document.offering(WEAK), Check.CHIP_ACCESS, Reason.CARD_ACCESS_ALTERED);
  }

  private static void assertPassed(InspectedDocument document, Check check) {
    assertEquals(new CheckResult(check, Verdict.PASSED, Reason.NONE), result(document, check));
  }

  private static void assertRefused(TravelDocument document, Check check, Reason reason)
      throws Exception {
    InspectedDocument inspected = inspect(document);
    assertEquals(new CheckResult(check, Verdict.FAILED, reason), result(inspected, check));
    assertEquals(Judgement.REFUSED, inspected.judgement());
  }

  private static TravelDocument document(ChipProtocols protocols) {
    return SampleDocuments.passport(3, IssueOptions.standard().withProtocols(protocols));
  }
}
