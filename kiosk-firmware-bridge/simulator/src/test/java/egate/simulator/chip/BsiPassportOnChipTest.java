package egate.simulator.chip;

import static egate.simulator.chip.InspectedChip.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.emrtd.CommandApdu;
import egate.emrtd.Tlv;
import egate.inspection.InspectedDocument;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.TravelDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The BSI TR-03105-5 reference passport, which nobody here made, on a chip with its private keys:
 * RSA-PSS over the SOD, chip authentication on EC-224 with 3DES, active authentication with RSA.
 */
class BsiPassportOnChipTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("egate.root"), "..", "shared", "data", "chip", "bsi_tr03105_5");

  private TravelDocument document;

  @BeforeEach
  void load() throws Exception {
    assumeTrue(Files.isDirectory(FOLDER), "skipped: no reference passport at " + FOLDER);
    document = TravelDocument.load(FOLDER);
  }

  @Test
  void provesItsKeyAndItsSignatureButNobodyKnowsItsIssuer() throws Exception {
    InspectedDocument inspected = InspectedChip.inspect(document);
    assertEquals(AccessProtocol.BAC, inspected.access());
    assertResult(inspected, Check.SOD_SIGNATURE, Verdict.PASSED, Reason.NONE);
    assertResult(inspected, Check.DATA_GROUP_HASHES, Verdict.PASSED, Reason.NONE);
    assertResult(inspected, Check.CHIP_AUTHENTICATION, Verdict.PASSED, Reason.NONE);
    assertResult(inspected, Check.ACTIVE_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED);
    assertResult(inspected, Check.CERTIFICATE_CHAIN, Verdict.UNDETERMINED, Reason.ISSUER_UNKNOWN);
    assertResult(inspected, Check.VALIDITY, Verdict.FAILED, Reason.DOCUMENT_EXPIRED);
    assertEquals(Judgement.REFUSED, inspected.judgement());
  }

  /**
   * Its SOD and EF.COM list DG1 to DG4 and DG14, and not the DG15 that lies beside them: whatever
   * the chip signs proves nothing, for nobody has signed its key. The signature itself is good.
   */
  @Test
  void signsChallengesWithAKeyThatItsIssuerDidNotSign() throws Exception {
    byte[] challenge = {1, 2, 3, 4, 5, 6, 7, 8};
    TestTerminal terminal =
        TestTerminal.open(new SimulatedChip(document, new Random(1)), document.mrz());
    byte[] signature = terminal.exchange(new CommandApdu(0, 0x88, 0, 0, challenge, 256)).data();
    ISO9796d2Signer verifier = new ISO9796d2Signer(new RSAEngine(), new SHA1Digest(), true);
    byte[] dg15 = document.file(ElementaryFile.DG15).orElseThrow();
    verifier.init(false, PublicKeyFactory.createKey(Tlv.parse(dg15).expect(0x6F).value()));
    verifier.updateWithRecoveredMessage(signature);
    verifier.update(challenge, 0, challenge.length);
    assertTrue(verifier.verifySignature(signature));
  }

  @Test
  void itsCopyIsKnownByItsKey() throws Exception {
    InspectedDocument copy = InspectedChip.inspect(document.cloned(new Random(5)));
    assertResult(copy, Check.DATA_GROUP_HASHES, Verdict.PASSED, Reason.NONE);
    assertResult(copy, Check.CHIP_AUTHENTICATION, Verdict.FAILED, Reason.CHIP_NOT_GENUINE);
  }

  private static void assertResult(
      InspectedDocument document, Check check, Verdict verdict, Reason reason) {
    assertEquals(new CheckResult(check, verdict, reason), result(document, check));
  }
}
