package egate.daemon.journal;

import egate.daemon.journal.JournalEntry.PassageResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.h2.Driver;

/** The outbox's tables in H2. One thread uses it, and nobody interrupts that thread. */
final class OutboxDatabase implements AutoCloseable {
  static final String NAME = "outbox";

  /**
   * Every commit is synced; the process ends the database, not a shutdown hook; the file is locked
   * by the operating system; no trace file is written.
   */
  private static final String SETTINGS =
      ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS"
          + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS store(epoch UUID PRIMARY KEY, acknowledged BIGINT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS result(sequence BIGINT PRIMARY KEY, passage BIGINT NOT NULL,"
              + " wall_millis BIGINT NOT NULL, json CHARACTER VARYING NOT NULL)");

  private final Connection connection;
  private UUID epoch;
  private long acknowledged;

  private OutboxDatabase(Connection connection, UUID epoch) {
    this.connection = connection;
    this.epoch = epoch;
  }

  /** Opens or creates the database; a new one belongs to the given epoch. */
  static OutboxDatabase open(Path folder, DatabaseKey key, UUID epochIfNew) throws SQLException {
    Connection connection = connect(folder, key);
    try {
      OutboxDatabase database = new OutboxDatabase(connection, epochIfNew);
      database.prepare();
      return database;
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw e;
    }
  }

  UUID epoch() {
    return epoch;
  }

  long acknowledged() {
    return acknowledged;
  }

  /** The highest sequence that it knows of, acknowledged or not. */
  long newest() throws SQLException {
    return Math.max(acknowledged, number("SELECT COALESCE(MAX(sequence), 0) FROM result"));
  }

  /** Whether it holds every result from the acknowledged one to the given one. */
  boolean completeTo(long sequence) throws SQLException {
    return number("SELECT COUNT(*) FROM result") == sequence - acknowledged;
  }

  /** Sequences of all results that it holds. */
  Set<Long> sequences() throws SQLException {
    Set<Long> sequences = new HashSet<>();
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("SELECT sequence FROM result")) {
      while (rows.next()) {
        sequences.add(rows.getLong(1));
      }
    }
    return sequences;
  }

  /** Inserts all or none. */
  void insert(List<PassageResult> results) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO result VALUES (?, ?, ?, ?)")) {
      for (PassageResult result : results) {
        insert.setLong(1, result.sequence());
        insert.setLong(2, result.passage());
        insert.setLong(3, result.wallMillis());
        insert.setString(4, result.json());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
  }

  /** The oldest results above a sequence. */
  List<PassageResult> after(long sequence, int most) throws SQLException {
    List<PassageResult> results = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT wall_millis, passage, sequence, json FROM result WHERE sequence > ?"
                + " ORDER BY sequence FETCH FIRST ? ROWS ONLY")) {
      select.setLong(1, sequence);
      select.setInt(2, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          results.add(
              new PassageResult(
                  rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4)));
        }
      }
    }
    connection.commit(); // so that no snapshot stays open and keeps old pages alive
    return results;
  }

  /** Removes everything up to a sequence, and remembers that. */
  void acknowledge(long sequence) throws SQLException {
    update("UPDATE store SET acknowledged = ?", sequence);
    update("DELETE FROM result WHERE sequence <= ?", sequence);
    connection.commit();
    acknowledged = sequence;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static Connection connect(Path folder, DatabaseKey key) throws SQLException {
    char[] password = key.password();
    try {
      Properties properties = new Properties();
      properties.put("user", "egate");
      properties.put("password", password);
      Path file = folder.toAbsolutePath().resolve(NAME);
      Connection connection = new Driver().connect("jdbc:h2:file:" + file + SETTINGS, properties);
      connection.setAutoCommit(false);
      return connection;
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private void prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    if (number("SELECT COUNT(*) FROM store") == 0) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO store VALUES (?, 0)")) {
        insert.setObject(1, epoch);
        insert.executeUpdate();
      }
    }
    connection.commit();
    readStore();
  }

  private void readStore() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT epoch, acknowledged FROM store")) {
      row.next();
      epoch = row.getObject(1, UUID.class);
      acknowledged = row.getLong(2);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void update(String sql, long parameter) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, parameter);
      update.executeUpdate();
    }
  }

  private static void closeQuietly(Connection connection, SQLException reason) {
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
