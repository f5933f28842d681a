package egate.daemon.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FileUtils;

/**
 * The files of the outbox: the database, and beside it a check of its key. H2 cannot tell a wrong
 * key from a damaged file, and the two need opposite answers.
 *
 * <p>Reached through H2's own file systems, so that tests can put both on a disk that loses power.
 */
final class OutboxFolder {
  private static final String CHECK = "key.check";
  private static final String QUARANTINE = "quarantine-";
  private static final int CHECK_MAX = 64;
  private static final Pattern CHECK_FORM = Pattern.compile("[0-9a-f]{64}");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String place;

  private OutboxFolder(String place) {
    this.place = place;
  }

  /** Makes the folder where it is missing. */
  static OutboxFolder of(Path folder) throws OutboxException {
    if (folder.toString().contains(";")) {
      throw new OutboxException("outbox " + folder + ": a semicolon cannot be in the path");
    }
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return at(folder.toAbsolutePath().toString());
    } catch (IOException e) {
      throw new OutboxException("outbox " + folder + " cannot be made: " + e, e);
    }
  }

  /** A folder that is there, as H2 names it. */
  static OutboxFolder at(String place) {
    return new OutboxFolder(place);
  }

  /** Where it is, for messages. */
  String place() {
    return place;
  }

  /** The database, as JDBC names it. */
  String url() {
    return (place.startsWith("/") ? "jdbc:h2:file:" : "jdbc:h2:")
        + place
        + "/"
        + OutboxDatabase.NAME;
  }

  boolean hasDatabase() {
    return FileUtils.exists(place + "/" + OutboxDatabase.NAME + ".mv.db");
  }

  /** Refuses a key that is not the one under which the database was written. */
  void requireFitting(DatabaseKey key) throws OutboxException {
    byte[] expected = key.check().getBytes(StandardCharsets.US_ASCII);
    byte[] found = readCheck();
    if (hasDatabase()
        && found.length == expected.length
        && !MessageDigest.isEqual(found, expected)) {
      throw new OutboxException(
          "database key "
              + key.file()
              + " does not fit the outbox in "
              + place
              + ": restore the"
              + " key that it was written with, or move the folder aside to have it rebuilt from"
              + " the journal");
    }
  }

  /** Notes which key the database was written with. */
  void remember(DatabaseKey key) throws OutboxException {
    String check = key.check();
    if (check.equals(new String(readCheck(), StandardCharsets.US_ASCII))) {
      return;
    }
    FilePath fresh = file(CHECK + ".new");
    try (OutputStream out = fresh.newOutputStream(false)) {
      out.write(check.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException | DbException e) {
      throw new OutboxException("outbox " + place + " cannot be written: " + e, e);
    }
    moved(fresh, file(CHECK));
  }

  /** Moves the database aside, into a folder that is called by the time. */
  Path quarantine(Instant now) throws OutboxException {
    FilePath aside = file(QUARANTINE + SECOND.format(now));
    for (int i = 2; aside.exists(); i++) {
      aside = file(QUARANTINE + SECOND.format(now) + "-" + i);
    }
    try {
      aside.createDirectory();
      for (FilePath file : databaseFiles()) {
        moved(file, FilePath.get(aside + "/" + file.getName()));
      }
      return Path.of(aside.toString());
    } catch (DbException e) {
      throw new OutboxException("outbox " + place + " cannot be moved aside: " + e, e);
    }
  }

  /** The databases that were moved aside and that nobody has taken away yet. */
  List<String> quarantined() {
    return FilePath.get(place).newDirectoryStream().stream()
        .map(FilePath::getName)
        .filter(name -> name.startsWith(QUARANTINE))
        .sorted()
        .toList();
  }

  private List<FilePath> databaseFiles() {
    return FilePath.get(place).newDirectoryStream().stream()
        .filter(file -> file.getName().startsWith(OutboxDatabase.NAME + "."))
        .toList();
  }

  private void moved(FilePath from, FilePath to) throws OutboxException {
    try {
      from.moveTo(to, true);
    } catch (DbException e) {
      throw new OutboxException("outbox " + place + " cannot be written: " + e, e);
    }
  }

  private FilePath file(String name) {
    return FilePath.get(place + "/" + name);
  }

  /** What is not there, cannot be read or was cut short is no check, and refuses no key. */
  private byte[] readCheck() {
    FilePath file = file(CHECK);
    if (!file.exists()) {
      return new byte[0];
    }
    try (InputStream in = file.newInputStream()) {
      byte[] check = in.readNBytes(CHECK_MAX + 1);
      return CHECK_FORM.matcher(new String(check, StandardCharsets.US_ASCII)).matches()
          ? check
          : new byte[0];
    } catch (IOException | DbException e) {
      return new byte[0];
    }
  }
}
