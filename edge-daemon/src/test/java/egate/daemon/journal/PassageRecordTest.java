package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import egate.gate.Outcome;
import egate.gate.Referral;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Component;
import egate.report.DocumentType;
import egate.report.IssuingState;
import egate.report.Judgement;
import egate.report.Modality;
import egate.report.Reason;
import egate.report.Report;
import egate.report.Verdict;
import egate.report.Versions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassageRecordTest {
  private static final Origin ORIGIN = new Origin("SIM-1", Entries.EPOCH, "0.1.0");
  private static final long TIME = Instant.parse("2026-11-23T22:59:59.999Z").toEpochMilli();

  private final PassageRecord record = new PassageRecord(7);

  private String json(Outcome outcome, Referral cause) {
    return record.end(ORIGIN, new Ending(3, TIME, outcome, cause, false)).json();
  }

  private static Report.DocumentChecked document(Judgement judgement, CheckResult... checks) {
    return new Report.DocumentChecked(
        judgement,
        DocumentType.PASSPORT,
        new IssuingState("UTO"),
        AccessProtocol.BAC,
        List.of(checks),
        410,
        20);
  }

  private static Report.DocumentChecked acceptedDocument() {
    return document(
        Judgement.ACCEPTED,
        Stream.of(
                Check.MRZ_CONSISTENT,
                Check.SOD_SIGNATURE,
                Check.CERTIFICATE_CHAIN,
                Check.DATA_GROUP_HASHES,
                Check.MRZ_EQUALS_DG1,
                Check.VALIDITY)
            .map(check -> new CheckResult(check, Verdict.PASSED, Reason.NONE))
            .toArray(CheckResult[]::new));
  }

  private static Report.TravellerCompared compared(
      Judgement judgement, Comparison finger, Reason reason, int score) {
    return new Report.TravellerCompared(
        judgement,
        List.of(
            new ComparisonResult(Modality.FINGER, finger, reason, score, 40, 1),
            new ComparisonResult(
                Modality.FACE, Comparison.NOT_EVALUATED, Reason.NO_APPROVED_MODEL, 0, 0, 0)),
        3_500,
        90);
  }

  private static String causes(String... causes) {
    return "\"cause\":\"%s\",\"causes\":[%s]"
        .formatted(causes[0], "\"" + String.join("\",\"", causes) + "\"");
  }

  @Test
  void aPassedTravellerLeavesExactlyThis() {
    record.judgedBy(new Versions(5, 0, 1));
    record.documentChecked(acceptedDocument());
    record.travellerCompared(compared(Judgement.ACCEPTED, Comparison.MATCH, Reason.NONE, 85));
    record.phase(Phase.ENTER, 1_200);
    record.phase(Phase.LEAVE, 1_300);
    record.phase(Phase.TOTAL, 7_000);
    assertEquals(
        """
        {"gate":"SIM-1","epoch":"6f1c1a52-3c4f-4f5e-9b1a-2d5c6e7f8091","sequence":3,"passage":7,\
        "time":"2026-11-23T22:59Z","outcome":"passed","cause":"none","causes":[],\
        "document":{"type":"passport","issuing_state":"UTO","access":"bac"},\
        "checks":[{"name":"mrz_consistent","verdict":"passed","reason":"none"},\
        {"name":"sod_signature","verdict":"passed","reason":"none"},\
        {"name":"certificate_chain","verdict":"passed","reason":"none"},\
        {"name":"data_group_hashes","verdict":"passed","reason":"none"},\
        {"name":"mrz_equals_dg1","verdict":"passed","reason":"none"},\
        {"name":"validity","verdict":"passed","reason":"none"}],\
        "comparison":[{"modality":"finger","decision":"match","reason":"none","score":85,\
        "threshold":40,"tries":1},{"modality":"face","decision":"not_evaluated",\
        "reason":"no_approved_model","score":0,"threshold":0,"tries":0}],\
        "phases_ms":{"read":410,"judge":20,"enter":1200,"capture":3500,"compare":90,\
        "leave":1300,"total":7000},"offline":false,\
        "versions":{"software":"0.1.0","trust":5,"models":0,"profile":1}}""",
        json(Outcome.PASSED, Referral.NONE));
  }

  @Test
  void aRefusedDocumentNamesItsReasonsInTheirOrder() {
    record.documentChecked(
        document(
            Judgement.REFUSED,
            new CheckResult(Check.CERTIFICATE_CHAIN, Verdict.UNDETERMINED, Reason.ISSUER_UNKNOWN),
            new CheckResult(Check.VALIDITY, Verdict.FAILED, Reason.DOCUMENT_EXPIRED)));
    assertTrue(
        json(Outcome.REFUSED, Referral.DOCUMENT)
            .contains(causes("document_expired", "issuer_unknown")));
  }

  @Test
  void aReferredComparisonNamesWhyAndNotTheDocumentsReasons() {
    record.documentChecked(acceptedDocument());
    record.travellerCompared(
        compared(Judgement.REFERRED, Comparison.NON_MATCH, Reason.FINGER_DIFFERS, 10));
    assertTrue(
        json(Outcome.REFERRED, Referral.COMPARISON)
            .contains(causes("finger_differs", "no_approved_model")));
  }

  @Test
  void anInterruptedPassageNamesTheGatesReasonFirst() {
    record.documentChecked(
        document(
            Judgement.REFERRED,
            new CheckResult(Check.CHIP_ACCESS, Verdict.ABORTED, Reason.CHIP_LOST)));
    assertTrue(
        json(Outcome.INTERRUPTED, Referral.EMERGENCY).contains(causes("emergency", "chip_lost")));
  }

  @Test
  void anAbandonedPassageAfterAnAcceptedDocumentHasOneCause() {
    record.documentChecked(acceptedDocument());
    assertTrue(json(Outcome.ABANDONED, Referral.NOBODY_ENTERED).contains(causes("nobody_entered")));
  }

  @Test
  void aBridgeThatSaidWhyItDiedIsQuoted() {
    record.failed(new Report.Failed(Reason.FINGER_SENSOR_LOST, Component.FINGER_SENSOR, 42));
    assertTrue(
        json(Outcome.REFERRED, Referral.BRIDGE_LOST)
            .contains(causes("bridge_lost", "finger_sensor_lost")));
  }

  @Test
  void aVerdictWithoutReasonsStillHasACause() {
    assertTrue(json(Outcome.REFERRED, Referral.DOCUMENT).contains(causes("document")));
  }

  @Test
  void everyGateReasonButNoneGivesACause() {
    for (Referral referral : Referral.values()) {
      if (referral != Referral.NONE) {
        String name = Causes.name(referral);
        assertTrue(json(Outcome.REFERRED, referral).contains(causes(name)), name);
      }
    }
  }

  @Test
  void passedBecauseOfSomethingIsAProgrammersError() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Ending(1, TIME, Outcome.PASSED, Referral.EMERGENCY, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Ending(1, TIME, Outcome.REFERRED, Referral.NONE, false));
  }

  @Test
  void aRestartClosesTheOpenPassageAsInterrupted() throws JournalException {
    DiskStorage disk = new DiskStorage();
    Journal journal = Entries.open(disk);
    Entries.append(journal, 1, 2);
    journal.append(new JournalEntry.PassageBegun(0, 3));
    Journal reopened = Entries.open(disk);
    var closing = reopened.recovery().closing(ORIGIN, new Versions(0, 0, 1), TIME).orElseThrow();
    assertEquals(3, closing.passage());
    assertEquals(3, closing.sequence());
    assertTrue(closing.json().contains("\"outcome\":\"interrupted\"," + causes("restarted")));
    reopened.append(closing);
    assertTrue(reopened.recovery().closing(ORIGIN, new Versions(0, 0, 1), TIME).isEmpty());
  }
}
