package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the database in step with the journal: a database that fails is opened again for the next
 * piece of work, moved aside if it is damaged, and healed. Only the outbox's thread works here.
 */
final class OutboxProjection {
  private final OutboxStore store;
  private final DatabaseKey key;
  private @Nullable OutboxDatabase database;
  private volatile AckPoint acknowledged;
  private volatile boolean behind;
  private volatile String alarm;
  private volatile @Nullable String trouble;

  OutboxProjection(OutboxStore store, OutboxDatabase database, DatabaseKey key) {
    this.store = store;
    this.database = database;
    this.key = key;
    this.behind = true; // until a look into the journal says otherwise
    this.alarm = store.alarm();
    this.acknowledged = new AckPoint(database.acknowledged(), database.acknowledgedChain());
  }

  AckPoint acknowledged() {
    return acknowledged;
  }

  @Nullable String trouble() {
    return trouble;
  }

  /** One line about databases that were moved aside, or empty. */
  String alarm() {
    return alarm;
  }

  /** Notes that results are in the journal of which no piece of work will tell. */
  void fellBehind() {
    behind = true;
  }

  /** Inserts a result; one that fails or does not follow is fetched from the journal later. */
  void project(PassageResult result) {
    try {
      work(
          ready -> {
            // What healing brought along, or was acknowledged since, is not inserted again.
            if (result.sequence() == ready.newest() + 1) {
              store.insert(ready, List.of(result));
            } else if (result.sequence() > ready.newest()) {
              behind = true;
            }
            return true;
          });
    } catch (OutboxException e) {
      behind = true;
    }
  }

  /** Whether the journal has results that the database lacks. */
  boolean behind() {
    return behind;
  }

  /** Fetches some of what is missing. */
  void heal() {
    try {
      boolean more = work(ready -> store.heal(ready) > 0 && store.isBehind(ready));
      behind = more;
    } catch (OutboxException e) {
      behind = true;
    }
  }

  List<OutboxRecord> after(long sequence, int most) throws OutboxException {
    return work(ready -> store.after(ready, sequence, most));
  }

  /**
   * Takes central's word for what it has.
   *
   * @param chain what central has there, or empty where it does not say
   */
  AckAnswer acknowledge(long sequence, Optional<ChainHash> chain) throws OutboxException {
    if (sequence <= acknowledged.sequence()) {
      return new AckAnswer.Replayed(acknowledged.sequence());
    }
    return work(
        ready -> {
          Optional<ChainHash> here = ready.chainAt(sequence);
          if (here.isEmpty()) {
            return new AckAnswer.FromTheFuture(sequence, ready.newest());
          }
          if (chain.isPresent() && !chain.equals(here)) {
            return new AckAnswer.OtherChain(sequence);
          }
          ready.acknowledge(sequence, here.get());
          acknowledged = new AckPoint(sequence, here.get());
          return new AckAnswer.Removed(sequence);
        });
  }

  /** Removes what a destroyed key had sealed. */
  void forget(int key) throws OutboxException {
    work(
        ready -> {
          ready.forget(key);
          return true;
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
    if (fresh.acknowledged() < acknowledged.sequence()) {
      fresh.acknowledge(acknowledged.sequence(), acknowledged.chain());
    }
    database = fresh;
    alarm = store.alarm();
    behind = true; // until a look into the journal says otherwise
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
