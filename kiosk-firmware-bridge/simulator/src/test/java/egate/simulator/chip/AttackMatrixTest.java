package egate.simulator.chip;

import static egate.simulator.chip.InspectedChip.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import egate.emrtd.ActiveAuthenticationTranscript;
import egate.emrtd.CardChannel;
import egate.emrtd.ChipAccessDeniedException;
import egate.emrtd.ChipProtocolException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.PaceMapping;
import egate.emrtd.PaceProtocol;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.StandardParameters;
import egate.emrtd.Transcripts;
import egate.emrtd.lds.EfSod;
import egate.emrtd.lds.LdsFile;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.inspection.RevocationList;
import egate.inspection.TrustData;
import egate.inspection.TrustStore;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import egate.report.WallTime;
import egate.simulator.document.ActiveAuthenticationScheme;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.Holder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.Issuer;
import egate.simulator.document.PaceOffer;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each attack once, through reader and judgement, with the verdict and the reason that it must get.
 * A signer that had expired when it signed, and one of another state, are in {@code
 * InspectionTest}: no honest issuer of the simulation can be made to sign so.
 */
class AttackMatrixTest {
  private static final PaceOffer STRONG =
      new PaceOffer(
          new PaceProtocol(PaceMapping.GENERIC, true, SessionAlgorithm.AES_128),
          StandardParameters.P_256);
  private static final PaceOffer WEAK =
      new PaceOffer(
          new PaceProtocol(PaceMapping.GENERIC, true, SessionAlgorithm.TRIPLE_DES),
          StandardParameters.P_192);
  private static final Instant NOW = SampleDocuments.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);

  /** What somebody with a workshop can do. */
  @SuppressWarnings("ImmutableEnumChecker") // a record of three enums does not change
  enum Attack {
    CLONE(Check.CHIP_AUTHENTICATION, Verdict.FAILED, Reason.CHIP_NOT_GENUINE),
    SWAPPED_DATA_GROUP(Check.DATA_GROUP_HASHES, Verdict.FAILED, Reason.DATA_GROUP_ALTERED),
    STRIPPED_DG14(Check.CHIP_AUTHENTICATION, Verdict.FAILED, Reason.DATA_GROUP_MISSING),
    STRIPPED_DG15(Check.ACTIVE_AUTHENTICATION, Verdict.FAILED, Reason.DATA_GROUP_MISSING),
    SELF_SIGNED_CSCA(Check.CERTIFICATE_CHAIN, Verdict.UNDETERMINED, Reason.ISSUER_UNKNOWN),
    REVOKED_SIGNER(Check.SIGNER_REVOCATION, Verdict.FAILED, Reason.SIGNER_REVOKED),
    OTHER_DOCUMENTS_CHIP(Check.MRZ_EQUALS_DG1, Verdict.FAILED, Reason.MRZ_DIFFERS_FROM_DG1),
    PACE_TO_BAC(Check.CHIP_ACCESS, Verdict.FAILED, Reason.ACCESS_DOWNGRADED),
    ALTERED_CARD_ACCESS(Check.CHIP_ACCESS, Verdict.FAILED, Reason.CARD_ACCESS_ALTERED),
    REPLAYED_SIGNATURE(Check.ACTIVE_AUTHENTICATION, Verdict.FAILED, Reason.CHIP_NOT_GENUINE);

    private final CheckResult expected;

    Attack(Check check, Verdict verdict, Reason reason) {
      this.expected = new CheckResult(check, verdict, reason);
    }
  }

  private final TravelDocument genuine =
      SampleDocuments.passport(
          3,
          IssueOptions.standard()
              .withProtocols(
                  ChipProtocols.standard()
                      .withPace(STRONG, WEAK)
                      .withActiveAuthentication(ActiveAuthenticationScheme.ECDSA_P256)));

  @Test
  void withoutAnAttackTheDocumentIsAccepted() throws Exception {
    InspectedDocument document = judge(genuine, read(genuine), trust());
    assertEquals(Judgement.ACCEPTED, document.judgement(), document.checks().toString());
  }

  @ParameterizedTest
  @EnumSource
  void neverOpensAndTellsWhy(Attack attack) throws Exception {
    InspectedDocument document = underAttack(attack);
    assertEquals(
        attack.expected,
        result(document, attack.expected.check()),
        () -> document.checks().toString());
    assertEquals(
        attack.expected.verdict() == Verdict.FAILED ? Judgement.REFUSED : Judgement.REFERRED,
        document.judgement());
  }

  private InspectedDocument underAttack(Attack attack) throws Exception {
    return switch (attack) {
      case CLONE -> judged(genuine.cloned(new Random(5)));
      case SWAPPED_DATA_GROUP -> judge(genuine, swapped(LdsFile.DG2), trust());
      case STRIPPED_DG14 -> judged(genuine.stripped(ElementaryFile.DG14));
      case STRIPPED_DG15 -> judged(genuine.stripped(ElementaryFile.DG15));
      case SELF_SIGNED_CSCA -> judged(forged());
      case REVOKED_SIGNER -> judge(genuine, read(genuine), revoking(genuine));
      case OTHER_DOCUMENTS_CHIP -> judge(other(), read(genuine), trust());
      case PACE_TO_BAC -> judged(genuine.withoutPace());
      case ALTERED_CARD_ACCESS -> judged(genuine.offering(WEAK));
      case REPLAYED_SIGNATURE -> judge(genuine, replayed(), trust());
    };
  }

  /** Whatever a chip says in plaintext during a session ends it: nothing of it is evidence. */
  @ParameterizedTest
  @EnumSource
  void plaintextUnderSecureMessagingEndsTheReading(Plaintext plaintext) throws Exception {
    CardChannel chip = new DirectChannel(chip(genuine), 65_536);
    for (int secured = 1; secured < 12; secured += 3) {
      CardChannel between = new PlaintextChannel(chip, secured, plaintext.answer);
      try (Mrz mrz = Mrz.parse(genuine.mrz().lines());
          EmrtdReader reader = new EmrtdReader(mrz, new Random(2), () -> 0)) {
        // A refusal in plaintext makes the reader begin anew, until the chip has denied it each
        // file.
        Judgement judgement = judgement(mrz, reader, between);
        assertNotEquals(Judgement.ACCEPTED, judgement, plaintext + " from " + secured);
      }
    }
  }

  private static Judgement judgement(Mrz mrz, EmrtdReader reader, CardChannel chip)
      throws Exception {
    try (Evidence evidence = reader.read(chip)) {
      return Inspection.inspect(evidence, mrz, trust(), SampleDocuments.TODAY).judgement();
    } catch (ChipProtocolException | ChipAccessDeniedException e) {
      return Inspection.withoutChip(mrz, Reason.CHIP_PROTOCOL, WallTime.on(SampleDocuments.TODAY))
          .judgement();
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes into the answers
  enum Plaintext {
    OK(0x90, 0x00),
    CONTENTS(0x61, 0x02, 0x5F, 0x1F, 0x90, 0x00),
    REFUSAL(0x69, 0x82);

    private final byte[] answer;

    Plaintext(int... bytes) {
      answer = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        answer[i] = (byte) bytes[i];
      }
    }
  }

  /** Answers in plaintext from the n-th secured command on. */
  private static final class PlaintextChannel implements CardChannel {
    private static final int SECURED = 0x0C;
    private final CardChannel chip;
    private final int from;
    private final byte[] answer;
    private int secured;

    PlaintextChannel(CardChannel chip, int from, byte[] answer) {
      this.chip = chip;
      this.from = from;
      this.answer = answer;
    }

    @Override
    public int responseBytesMax() {
      return chip.responseBytesMax();
    }

    @Override
    public int commandBytesMax() {
      return chip.commandBytesMax();
    }

    @Override
    public byte[] transmit(byte[] command) throws IOException {
      boolean protectedCommand = (command[0] & SECURED) == SECURED;
      return protectedCommand && ++secured >= from ? answer : chip.transmit(command);
    }
  }

  /** The face of another document of the same state, in its own data group. */
  private Evidence swapped(LdsFile group) throws Exception {
    Evidence own = read(genuine);
    Map<LdsFile, byte[]> files = new EnumMap<>(own.files());
    files.put(group, read(SampleDocuments.passport(4)).file(LdsFile.DG3).orElseThrow());
    return new Evidence(own.access(), files, Map.of(), own.steps(), own.transcripts());
  }

  /** All in order, but for the key above it: somebody calls himself Utopia. */
  private static TravelDocument forged() {
    return Issuer.of("UTO", 8, SampleDocuments.TODAY)
        .issue(
            Holder.of(3, SampleDocuments.TODAY),
            SampleDocuments.portrait(),
            SampleDocuments.finger(3),
            IssueOptions.standard());
  }

  /** Another document's printed page. */
  private static TravelDocument other() {
    return SampleDocuments.passport(4);
  }

  /** A signature that the genuine chip gave once, on the challenge of today. */
  private Evidence replayed() throws Exception {
    Evidence now = read(genuine);
    ActiveAuthenticationTranscript then =
        read(genuine, new Random(99)).transcripts().activeAuthentication().orElseThrow();
    ActiveAuthenticationTranscript today = now.transcripts().activeAuthentication().orElseThrow();
    Transcripts replayed =
        new Transcripts(
            now.transcripts().pace(),
            now.transcripts().chipAuthentication(),
            Optional.of(new ActiveAuthenticationTranscript(today.challenge(), then.response())),
            now.transcripts().terminalAuthentication());
    return new Evidence(now.access(), now.files(), Map.of(), now.steps(), replayed);
  }

  private static TrustStore trust() throws Exception {
    return TrustStore.of(1, List.of(SampleDocuments.issuer().cscaCertificate()));
  }

  private static TrustStore revoking(TravelDocument document) throws Exception {
    EfSod sod = EfSod.parse(document.file(ElementaryFile.SOD).orElseThrow());
    var signer = sod.certificates().getFirst();
    RevocationList list =
        RevocationList.of(
            signer.issuer(), NOW, NOW.plusSeconds(86_400), Map.of(signer.serialNumber(), NOW));
    return TrustStore.of(
        new TrustData(
            1,
            NOW,
            List.of(SampleDocuments.issuer().cscaCertificate()),
            List.of(list),
            List.of(),
            List.of()));
  }

  private static InspectedDocument judged(TravelDocument document) throws Exception {
    return judge(document, read(document), trust());
  }

  private static InspectedDocument judge(
      TravelDocument printed, Evidence evidence, TrustStore trust) throws Exception {
    return Inspection.inspect(
        evidence, Mrz.parse(printed.mrz().lines()), trust, SampleDocuments.TODAY);
  }

  private static Evidence read(TravelDocument document) throws Exception {
    return read(document, new Random(2));
  }

  private static Evidence read(TravelDocument document, Random random) throws Exception {
    try (Mrz mrz = Mrz.parse(document.mrz().lines());
        EmrtdReader reader = new EmrtdReader(mrz, random, () -> 0)) {
      return reader.read(new DirectChannel(chip(document), 65_536));
    }
  }

  private static SimulatedChip chip(TravelDocument document) {
    return new SimulatedChip(document, new Random(1));
  }
}
