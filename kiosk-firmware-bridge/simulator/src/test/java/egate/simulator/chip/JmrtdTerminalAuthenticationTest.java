package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.CvCertificate;
import egate.emrtd.TerminalSignature;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.CvKeyPair;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.PaceOffer;
import egate.simulator.document.TestPki;
import egate.simulator.document.TravelDocument;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * JMRTD 0.8.6 as oracle of the protocol, of which BSI's worked example has only version 2: its
 * terminal, certificates and all, opens DG3 of the simulated chip that this project's is tested
 * against.
 */
class JmrtdTerminalAuthenticationTest {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final int DG3 = 0x0103;

  @BeforeAll
  static void preferBouncyCastle() {
    Security.insertProviderAt(BOUNCY_CASTLE, 1);
  }

  @AfterAll
  static void leaveNoTrace() {
    Security.removeProvider(BOUNCY_CASTLE.getName());
  }

  @ParameterizedTest
  @EnumSource(
      value = TerminalSignature.class,
      names = {"RSA_V1_5_SHA_1", "RSA_V1_5_SHA_256", "ECDSA_SHA_1", "ECDSA_SHA_256"})
  void jmrtdOpensTheFingersTooAfterPaceAndAfterBac(TerminalSignature signature) throws Exception {
    CvKeyPair pair =
        signature.kind().isRsa()
            ? CvKeyPair.rsa(signature, 1_280, 1)
            : CvKeyPair.onCurve(signature, "P-256", 1);
    TestPki pki = TestPki.of(pair, pair, pair);
    ChipProtocols standard = ChipProtocols.standard().withTerminalAuthentication(pki.trust());
    ChipProtocols bac =
        new ChipProtocols(
            List.of(), standard.chipAuthentication(), Optional.empty(), standard.terminalTrust());
    for (ChipProtocols protocols : List.of(standard, bac)) {
      TravelDocument document = TerminalAuthenticationTest.document(protocols);
      JmrtdTerminal terminal = opened(document);
      assertThrows(CardServiceException.class, () -> terminal.read(DG3));

      JmrtdTerminal shown = opened(document);
      List<CvCertificate> path = List.of(pki.verifier.certificate(), pki.gate.certificate());
      shown.authenticateTerminal("UTCVCA00001", path, pair.privateKey());
      assertArrayEquals(
          document.file(ElementaryFile.DG3).orElseThrow(), shown.read(DG3), "after " + protocols);
    }
  }

  private static JmrtdTerminal opened(TravelDocument document) throws Exception {
    SimulatedChip chip = new SimulatedChip(document, new Random(1));
    JmrtdTerminal terminal =
        new JmrtdTerminal(new DirectChannel(chip, 65_536), document.mrz(), 4_096);
    Optional<PaceOffer> pace = document.keys().pace().stream().findFirst();
    if (pace.isPresent()) {
      terminal.pace(pace.get().protocol(), pace.get().parameters());
    } else {
      terminal.bac();
    }
    terminal.authenticateChip(document.file(ElementaryFile.DG14).orElseThrow());
    return terminal;
  }
}
