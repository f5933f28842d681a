package egate.daemon.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * The gate's stores in a process that is there to be killed: walks passages, says on standard
 * output what is durable and what is sent, hears on standard input what central has. Days pass
 * quickly, so that keys are destroyed, rows removed, and the database's file reuses its space.
 */
public final class KillVictim {
  private static final RecordPolicy POLICY = new RecordPolicy(0, 0, 8L << 20, 1L << 20, 1);
  private static final int PASSAGES_A_DAY = 40;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
  private final boolean onlyDrain;

  private KillVictim(boolean onlyDrain) {
    this.onlyDrain = onlyDrain;
  }

  /**
   * Works until it is killed, or until central has everything.
   *
   * @param args the state folder, and optionally {@code drain}
   */
  public static void main(String[] args) throws Exception {
    new KillVictim(args.length > 1).run(Path.of(args[0]));
  }

  private void run(Path state) throws Exception {
    try (DatabaseKey master = Keys.master(state);
        Journal journal =
            Journal.open(
                state.resolve("journal"), master, () -> ClockQuality.SYNCHRONISED, Entries.START);
        Outbox outbox =
            Outbox.open(state.resolve("db"), Keys.master(state), journal, InstantSource.system());
        Telemetry telemetry = Telemetry.open(state.resolve("telemetry"), journal, 1L << 20)) {
      out.println("Q " + (outbox.opening().quarantine() == null ? 0 : 1));
      out.println("L " + journal.recovery().lastSequence());
      RecordKeeper keeper =
          new RecordKeeper(
              new RecordStores(
                  journal, outbox, telemetry, Anchor.read(state.resolve("anchor.json"))),
              Keys.device(state.resolve("device.key")),
              POLICY,
              InstantSource.system(),
              _ -> {});
      while (!onlyDrain || outbox.depth() > 0) {
        if (!onlyDrain) {
          pass(journal, outbox);
          telemetry.append(now(journal).toEpochMilli(), "{}");
        }
        drain(outbox);
        keeper.keep(now(journal));
      }
      out.println("END");
    }
  }

  private static Instant now(Journal journal) {
    long day = 20_000 + journal.recovery().lastSequence() / PASSAGES_A_DAY;
    return Instant.ofEpochMilli(day * 86_400_000L);
  }

  private void pass(Journal journal, Outbox outbox) throws JournalException {
    Recovery past = journal.recovery();
    long millis = now(journal).toEpochMilli();
    long passage = past.openPassage() == null ? past.lastPassage() + 1 : past.lastPassage();
    if (past.openPassage() == null) {
      journal.append(new JournalEntry.PassageBegun(millis, passage));
    }
    String json = "{\"p\":" + passage + ",\"x\":\"" + "y".repeat((int) (passage % 1_500)) + "\"}";
    var result = new JournalEntry.PassageResult(millis, passage, past.lastSequence() + 1, json);
    journal.append(result);
    out.println("A " + result.sequence() + " " + json.hashCode());
    outbox.enqueue(result);
  }

  /** What is sent is answered at once with the sequence that central has now. */
  private void drain(Outbox outbox) throws Exception {
    for (OutboxRecord record :
        outbox.oldestAfter(outbox.acknowledged(), 20).get(30, TimeUnit.SECONDS)) {
      out.println("R " + record.sequence() + " " + record.result().json().hashCode());
    }
    out.println("?");
    long acknowledged = Long.parseLong(line());
    if (acknowledged > 0) {
      var _ = outbox.acknowledge(Entries.EPOCH, acknowledged).get(30, TimeUnit.SECONDS);
    }
  }

  private String line() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("central is gone");
    }
    return line;
  }
}
