package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the database in step with the journal: a database that fails is opened again for the next
 * piece of work, moved aside if it is damaged, and healed. Only the outbox's thread works here.
 */
final class OutboxProjection {
  private final OutboxStore store;
  private final DatabaseKey key;
  private @Nullable OutboxDatabase database;
  private volatile long acknowledged;
  private volatile boolean behind;
  private volatile @Nullable String trouble;

  OutboxProjection(OutboxStore store, OutboxDatabase database, DatabaseKey key) {
    this.store = store;
    this.database = database;
    this.key = key;
    this.acknowledged = database.acknowledged();
  }

  long acknowledged() {
    return acknowledged;
  }

  @Nullable String trouble() {
    return trouble;
  }

  /** Notes that results are in the journal of which no piece of work will tell. */
  void fellBehind() {
    behind = true;
  }

  /** Inserts a result; one that fails is fetched from the journal by later work. */
  void project(PassageResult result) {
    try {
      work(
          ready -> {
            // What healing brought along, or was acknowledged since, is not inserted again.
            if (result.sequence() == ready.newest() + 1) {
              ready.insert(List.of(result));
            } else if (result.sequence() > ready.newest()) {
              store.heal(ready);
            }
            return true;
          });
    } catch (OutboxException e) {
      behind = true;
    }
  }

  List<PassageResult> after(long sequence, int most) throws OutboxException {
    return work(ready -> ready.after(sequence, most));
  }

  AckAnswer acknowledge(long sequence) throws OutboxException {
    if (sequence <= acknowledged) {
      return new AckAnswer.Replayed(acknowledged);
    }
    return work(
        ready -> {
          ready.acknowledge(sequence);
          acknowledged = sequence;
          return new AckAnswer.Removed(sequence);
        });
  }

  void close() {
    letGo();
    key.close();
  }

  /** A piece of work on a database that is in step with the journal. */
  private interface Work<T> {
    T on(OutboxDatabase database) throws SQLException, JournalException;
  }

  private <T> T work(Work<T> work) throws OutboxException {
    try {
      T answer = work.on(ready());
      trouble = null;
      return answer;
    } catch (SQLException e) {
      throw troubled(recover(e));
    } catch (JournalException e) {
      throw troubled(new OutboxException(e.line(), e));
    } catch (OutboxException e) {
      throw troubled(e);
    }
  }

  private OutboxDatabase ready() throws SQLException, JournalException, OutboxException {
    OutboxDatabase present = database;
    if (present == null) {
      present = store.open().database();
      adopt(present);
    } else if (behind) {
      behind = false;
      store.heal(present);
    }
    return present;
  }

  /** Lets go of a database that failed; a damaged one is replaced at once. */
  private OutboxException recover(SQLException failure) {
    letGo();
    OutboxException told =
        new OutboxException("outbox failed, results wait in the journal: " + failure, failure);
    try {
      if (OutboxStore.isDamage(failure)) {
        adopt(store.rebuild().database());
      }
      return told;
    } catch (OutboxException | JournalException | SQLException e) {
      told.addSuppressed(e);
      return told;
    }
  }

  /** A rebuilt database may have forgotten what was acknowledged; this process has not. */
  private void adopt(OutboxDatabase fresh) throws SQLException {
    if (fresh.acknowledged() < acknowledged) {
      fresh.acknowledge(acknowledged);
    }
    database = fresh;
    behind = false;
  }

  private OutboxException troubled(OutboxException e) {
    trouble = e.line();
    return e;
  }

  private void letGo() {
    OutboxDatabase past = database;
    database = null;
    behind = true;
    if (past != null) {
      try {
        past.close();
      } catch (SQLException e) {
        // It failed before; what it lacks is in the journal.
      }
    }
  }
}
