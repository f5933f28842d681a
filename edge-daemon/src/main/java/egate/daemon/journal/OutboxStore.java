package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Opens the outbox's database, whatever state it is in, without ever deleting one. */
final class OutboxStore {
  private static final int HEAL_BATCH = 500;

  private final OutboxFolder folder;
  private final DatabaseKey key;
  private final Journal journal;
  private final InstantSource clock;

  OutboxStore(OutboxFolder folder, DatabaseKey key, Journal journal, InstantSource clock) {
    this.folder = folder;
    this.key = key;
    this.journal = journal;
    this.clock = clock;
  }

  /** A database that holds what the journal holds, and how it was found. */
  record Opened(OutboxDatabase database, OutboxOpening opening) {}

  /** Opens the database, healed; one that is damaged or of another epoch is moved aside first. */
  Opened open() throws OutboxException, JournalException {
    folder.requireFitting(key);
    boolean created = !folder.hasDatabase();
    try {
      OutboxDatabase database = database();
      if (database.epoch().equals(journal.recovery().epoch())) {
        return opened(database, created, null);
      }
      database.close();
      return rebuild();
    } catch (SQLException e) {
      if (created || !isDamage(e)) {
        throw failed(e);
      }
      return rebuild();
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

  /** Inserts what the journal has and the database lacks. */
  long heal(OutboxDatabase database) throws SQLException, JournalException {
    if (database.completeTo(journal.recovery().lastSequence())) {
      return 0;
    }
    List<PassageResult> missing = missing(database);
    for (int from = 0; from < missing.size(); from += HEAL_BATCH) {
      database.insert(missing.subList(from, Math.min(from + HEAL_BATCH, missing.size())));
    }
    return missing.size();
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
    return OutboxDatabase.open(folder.path(), key, journal.recovery().epoch());
  }

  private Opened opened(OutboxDatabase database, boolean created, @Nullable Path aside)
      throws OutboxException, JournalException, SQLException {
    requireNotAhead(database);
    long healed = heal(database);
    folder.remember(key);
    return new Opened(database, new OutboxOpening(created, aside, healed));
  }

  private void requireNotAhead(OutboxDatabase database) throws OutboxException, SQLException {
    long newest = database.newest();
    long last = journal.recovery().lastSequence();
    if (newest > last) {
      database.close();
      throw new OutboxException(
          "outbox "
              + folder.path()
              + " knows result "
              + newest
              + ", but the journal ends at "
              + last
              + ": the journal lost entries; restore it, or move both folders aside to begin a new"
              + " epoch");
    }
  }

  private List<PassageResult> missing(OutboxDatabase database)
      throws SQLException, JournalException {
    Set<Long> present = database.sequences();
    List<PassageResult> missing = new ArrayList<>();
    journal.replay(
        recorded -> {
          if (recorded.entry() instanceof PassageResult result
              && result.sequence() > database.acknowledged()
              && !present.contains(result.sequence())) {
            missing.add(result);
          }
        });
    return missing;
  }

  private OutboxException failed(SQLException cause) {
    String why =
        cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
            ? "is in use by another process: stop that one first"
            : "cannot be used: " + cause.toString().lines().findFirst().orElse("");
    return new OutboxException("outbox " + folder.path() + " " + why, cause);
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
