package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Opens the outbox's database, whatever state it is in, without ever deleting one. */
final class OutboxStore {
  /** Results that are fetched from the journal in one go; between two, others have their turn. */
  static final int HEAL_BATCH = 500;

  private final OutboxFolder folder;
  private final DatabaseKey key;
  private final Journal journal;
  private final ResultReader results;
  private final InstantSource clock;

  OutboxStore(OutboxFolder folder, DatabaseKey key, Journal journal, InstantSource clock) {
    this.folder = folder;
    this.key = key;
    this.journal = journal;
    this.results = journal.results();
    this.clock = clock;
  }

  /** A database that is in step with the journal, or on its way there, and how it was found. */
  record Opened(OutboxDatabase database, OutboxOpening opening) {}

  /**
   * Opens the database and begins to heal it; one that is damaged or of another epoch is moved
   * aside first.
   */
  Opened open() throws OutboxException, JournalException {
    folder.requireFitting(key);
    boolean created = !folder.hasDatabase();
    try {
      OutboxDatabase database = database();
      if (belongs(database)) {
        return opened(database, created, null);
      }
      database.close();
      return rebuild();
    } catch (SQLException e) {
      if (created || !(isDamage(e) || e.getErrorCode() == ErrorCode.OUT_OF_MEMORY)) {
        throw failed(e);
      }
      return rebuild(); // a length that a power cut garbled makes H2 ask for more than there is
    }
  }

  /** Moves the database aside and projects a new one from the journal. */
  Opened rebuild() throws OutboxException, JournalException {
    Path aside = folder.quarantine(clock.instant());
    try {
      return opened(database(), false, aside);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** One line about databases that were moved aside and nobody has looked at yet, or empty. */
  String alarm() {
    List<String> aside = folder.quarantined();
    return aside.isEmpty()
        ? ""
        : "%d damaged databases of the outbox lie aside, the last in %s/%s: look at them, remove them"
            .formatted(aside.size(), folder.place(), aside.getLast());
  }

  /** Whether the journal has results that the database lacks. */
  boolean isBehind(OutboxDatabase database) {
    return database.newest() < journal.recovery().lastSequence();
  }

  /**
   * Inserts the oldest of what the journal has and the database lacks.
   *
   * @return how many, at most {@link #HEAL_BATCH}
   */
  int heal(OutboxDatabase database) throws SQLException, JournalException {
    if (!isBehind(database)) {
      return 0;
    }
    List<PassageResult> missing = results.behind(database.newest(), HEAL_BATCH);
    if (!missing.isEmpty()) {
      insert(database, missing);
    }
    return missing.size();
  }

  /** Inserts results that follow the database's newest without a gap. */
  void insert(OutboxDatabase database, List<PassageResult> results) throws SQLException {
    List<OutboxRow> rows = new ArrayList<>();
    ChainHash chain = database.newestChain();
    for (PassageResult result : results) {
      chain = Ledger.behind(chain, result);
      rows.add(OutboxRow.seal(new OutboxRecord(result, chain), journal.keys(), database.epoch()));
    }
    database.insert(rows);
  }

  /**
   * The oldest results above a sequence.
   *
   * @throws SQLException also when one is missing or does not open, which is damage
   */
  List<OutboxRecord> after(OutboxDatabase database, long sequence, int most) throws SQLException {
    long from = Math.max(sequence, database.acknowledged());
    List<OutboxRecord> records = new ArrayList<>();
    for (OutboxRow row : database.after(from, most)) {
      try {
        records.add(row.open(journal.keys(), database.epoch()));
      } catch (MalformedEntryException e) {
        throw unlike(row.sequence(), e.getMessage());
      }
      if (row.sequence() != from + records.size()) {
        throw unlike(from + records.size(), "missing");
      }
    }
    return records;
  }

  /** Whether the failure says that the file is not what H2 wrote, rather than not accessible. */
  static boolean isDamage(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.FILE_CREATION_FAILED_1,
          ErrorCode.DATABASE_IS_READ_ONLY,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.OUT_OF_MEMORY ->
          false;
      case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> storeCode(failure) != 0;
      default -> storeCode(failure) != DataUtils.ERROR_WRITING_FAILED;
    };
  }

  private OutboxDatabase database() throws SQLException {
    return OutboxDatabase.open(folder, key, journal.standing());
  }

  /** Whether it is of this epoch and holds the same results as the journal, as far as it goes. */
  private boolean belongs(OutboxDatabase database) {
    Standing standing = journal.standing();
    boolean level = database.newest() == standing.recovery().lastSequence();
    return database.epoch().equals(standing.recovery().epoch())
        && (!level || database.newestChain().equals(standing.results()));
  }

  private Opened opened(OutboxDatabase database, boolean created, @Nullable Path aside)
      throws OutboxException, JournalException, SQLException {
    requireNotAhead(database);
    catchUp(database);
    long healed = heal(database);
    folder.remember(key);
    return new Opened(database, new OutboxOpening(created, aside, healed));
  }

  /** A database that a power cut set back has forgotten what central has; the journal has not. */
  private void catchUp(OutboxDatabase database) throws SQLException {
    Standing standing = journal.standing();
    if (database.acknowledged() < standing.acknowledged()) {
      database.acknowledge(standing.acknowledged(), standing.acknowledgedResults());
    }
  }

  private void requireNotAhead(OutboxDatabase database) throws OutboxException, SQLException {
    long newest = database.newest();
    long last = journal.recovery().lastSequence();
    if (newest > last) {
      database.close();
      throw new OutboxException(
          "outbox "
              + folder.place()
              + " knows result "
              + newest
              + ", but the journal ends at "
              + last
              + ": the journal lost entries; restore it, or move both folders aside to begin a new"
              + " epoch");
    }
  }

  private static SQLException unlike(long sequence, @Nullable String how) {
    return new SQLException(
        "result " + sequence + " is " + how, "HY000", ErrorCode.FILE_CORRUPTED_1);
  }

  private OutboxException failed(SQLException cause) {
    String why =
        cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
            ? "is in use by another process: stop that one first"
            : "cannot be used: " + cause.toString().lines().findFirst().orElse("");
    return new OutboxException("outbox " + folder.place() + " " + why, cause);
  }

  private static int storeCode(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MVStoreException store) {
        return store.getErrorCode();
      }
    }
    return 0;
  }
}
