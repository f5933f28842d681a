package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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
          "CREATE TABLE IF NOT EXISTS store(epoch UUID PRIMARY KEY, acknowledged BIGINT NOT NULL,"
              + " chain BINARY(32) NOT NULL)",
          "CREATE TABLE IF NOT EXISTS result(sequence BIGINT PRIMARY KEY,"
              + " chain BINARY(32) NOT NULL, data_key INTEGER NOT NULL,"
              + " sealed BINARY VARYING NOT NULL)");

  /** So many results that central has are kept for questions; beyond, the oldest are removed. */
  private static final long HISTORY_MAX = 100_000;

  private final Connection connection;
  private UUID epoch;
  private long acknowledged;
  private ChainHash acknowledgedChain;
  private long newest;
  private ChainHash newestChain;

  private OutboxDatabase(Connection connection, Standing ifNew) {
    this.connection = connection;
    this.epoch = ifNew.recovery().epoch();
    this.acknowledged = ifNew.acknowledged();
    this.acknowledgedChain = ifNew.acknowledgedResults();
    this.newestChain = acknowledgedChain;
  }

  /**
   * Opens or creates the database.
   *
   * @param ifNew epoch and acknowledgement that a new one begins with
   */
  static OutboxDatabase open(OutboxFolder folder, DatabaseKey key, Standing ifNew)
      throws SQLException {
    Connection connection = connect(folder, key);
    try {
      OutboxDatabase database = new OutboxDatabase(connection, ifNew);
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

  /** The chain over all results up to the acknowledged one. */
  ChainHash acknowledgedChain() {
    return acknowledgedChain;
  }

  /** The highest sequence that it knows of, acknowledged or not. */
  long newest() {
    return newest;
  }

  /** The chain over all results up to the newest. */
  ChainHash newestChain() {
    return newestChain;
  }

  /** Inserts all or none; they follow the newest without a gap. */
  void insert(List<OutboxRow> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO result VALUES (?, ?, ?, ?)")) {
      for (OutboxRow row : rows) {
        insert.setLong(1, row.sequence());
        insert.setBytes(2, row.chain().bytes());
        insert.setInt(3, row.key());
        insert.setBytes(4, row.sealedBytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    newest = rows.getLast().sequence();
    newestChain = rows.getLast().chain();
  }

  /** The oldest results above a sequence. */
  List<OutboxRow> after(long sequence, int most) throws SQLException {
    List<OutboxRow> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT sequence, chain, data_key, sealed FROM result WHERE sequence > ?"
                + " ORDER BY sequence FETCH FIRST ? ROWS ONLY")) {
      select.setLong(1, sequence);
      select.setInt(2, most);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
    }
    connection.commit(); // so that no snapshot stays open and keeps old pages alive
    return rows;
  }

  /** The chain over all results up to one that it holds, or to the acknowledged one. */
  Optional<ChainHash> chainAt(long sequence) throws SQLException {
    if (sequence == newest) {
      return Optional.of(newestChain);
    }
    List<OutboxRow> rows = after(sequence - 1, 1);
    return rows.isEmpty() || rows.getFirst().sequence() != sequence
        ? Optional.empty()
        : Optional.of(rows.getFirst().chain());
  }

  /** Remembers that central has everything up to a sequence. */
  void acknowledge(long sequence, ChainHash chain) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE store SET acknowledged = ?, chain = ?")) {
      update.setLong(1, sequence);
      update.setBytes(2, chain.bytes());
      update.executeUpdate();
    }
    update("DELETE FROM result WHERE sequence <= ?", sequence - HISTORY_MAX);
    connection.commit();
    acknowledged = sequence;
    acknowledgedChain = chain;
    if (newest < sequence) {
      newest = sequence;
      newestChain = chain;
    }
  }

  /** Removes what a destroyed key had sealed and central has. */
  void forget(int key) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM result WHERE data_key = ? AND sequence <= ?")) {
      delete.setInt(1, key);
      delete.setLong(2, acknowledged);
      delete.executeUpdate();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static Connection connect(OutboxFolder folder, DatabaseKey key) throws SQLException {
    char[] password = key.password();
    try {
      Properties properties = new Properties();
      properties.put("user", "egate");
      properties.put("password", password);
      Connection connection = new Driver().connect(folder.url() + SETTINGS, properties);
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
          connection.prepareStatement("INSERT INTO store VALUES (?, ?, ?)")) {
        insert.setObject(1, epoch);
        insert.setLong(2, acknowledged);
        insert.setBytes(3, acknowledgedChain.bytes());
        insert.executeUpdate();
      }
    }
    connection.commit();
    readStore();
    readNewest();
  }

  private void readStore() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT epoch, acknowledged, chain FROM store")) {
      row.next();
      epoch = row.getObject(1, UUID.class);
      acknowledged = row.getLong(2);
      acknowledgedChain = ChainHash.of(row.getBytes(3));
    }
  }

  private void readNewest() throws SQLException {
    newest = acknowledged;
    newestChain = acknowledgedChain;
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT sequence, chain, data_key, sealed FROM result"
                    + " ORDER BY sequence DESC FETCH FIRST ROW ONLY")) {
      if (row.next() && row.getLong(1) > acknowledged) {
        newest = row.getLong(1);
        newestChain = row(row).chain();
      }
    }
    connection.commit();
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong(1),
        ChainHash.of(row.getBytes(2)),
        row.getInt(3),
        ByteBuffer.wrap(row.getBytes(4)));
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
