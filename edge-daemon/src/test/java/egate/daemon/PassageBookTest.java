package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.journal.JournalEntry;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.OpenPassage;
import egate.daemon.journal.Origin;
import egate.gate.Door;
import egate.gate.Outcome;
import egate.gate.Referral;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PassageBookTest {
  private final List<String> happened = new ArrayList<>();

  @Test
  void aRestartClosesTheOpenPassageAsInterrupted() throws JournalException {
    FakeLog log = new FakeLog(-1, happened, new OpenPassage(7, 0));

    book(log).closeInterrupted(BridgeYard.VERSIONS);

    var result = assertInstanceOf(JournalEntry.PassageResult.class, log.entries.getFirst());
    assertEquals(7, result.passage());
    assertTrue(result.json().contains("\"outcome\":\"interrupted\",\"cause\":\"restarted\""));
    assertEquals(List.of("PassageResult", "enqueued 1"), happened);
  }

  @Test
  void aRestartBetweenPassagesWritesNothing() throws JournalException {
    book(new FakeLog(-1, happened)).closeInterrupted(BridgeYard.VERSIONS);

    assertEquals(List.of(), happened);
  }

  @Test
  void afterOneFailureNothingIsWrittenAnyMore() throws JournalException {
    FakeLog log = new FakeLog(1, happened);
    PassageBook book = book(log);
    book.begin(1, BridgeYard.VERSIONS, Duration.ZERO);

    assertThrows(JournalException.class, () -> book.decide(1, Door.ENTRY));
    assertThrows(JournalException.class, () -> book.emergency(true));
    assertThrows(
        JournalException.class,
        () -> book.end(Outcome.REFERRED, Referral.RECORD_UNAVAILABLE, Duration.ZERO));

    assertEquals(1, log.entries.size());
  }

  private PassageBook book(FakeLog log) {
    return new PassageBook(
        log,
        new Origin("SIM-1", new UUID(1, 2), "test"),
        result -> happened.add("enqueued " + result.sequence()),
        () -> true,
        InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
  }
}
