package egate.daemon.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of the outbox: the database, and beside it a check of its key. H2 cannot tell a wrong
 * key from a damaged file, and the two need opposite answers.
 */
final class OutboxFolder {
  private static final String CHECK = "key.check";
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;

  private OutboxFolder(Path folder) {
    this.folder = folder;
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
      return new OutboxFolder(folder);
    } catch (IOException e) {
      throw new OutboxException("outbox " + folder + " cannot be made: " + e, e);
    }
  }

  Path path() {
    return folder;
  }

  boolean hasDatabase() {
    return Files.exists(folder.resolve(OutboxDatabase.NAME + ".mv.db"));
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
              + folder
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
    try {
      Path fresh = Files.writeString(folder.resolve(CHECK + ".new"), check);
      Files.move(fresh, folder.resolve(CHECK), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OutboxException("outbox " + folder + " cannot be written: " + e, e);
    }
  }

  /** Moves the database aside, into a folder that is called by the time. */
  Path quarantine(Instant now) throws OutboxException {
    try {
      Path aside = Files.createTempDirectory(folder, "quarantine-" + SECOND.format(now) + "-");
      for (Path file : databaseFiles()) {
        Files.move(file, aside.resolve(file.getFileName()));
      }
      return aside;
    } catch (IOException e) {
      throw new OutboxException("outbox " + folder + " cannot be moved aside: " + e, e);
    }
  }

  private List<Path> databaseFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(OutboxDatabase.NAME + "."))
          .toList();
    }
  }

  /** What is not there or cannot be read is no check, and refuses no key. */
  private byte[] readCheck() {
    try {
      return Files.readAllBytes(folder.resolve(CHECK));
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
