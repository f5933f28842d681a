package egate.daemon.update;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * Puts several files in place as one: they are staged beside, a mark says that all are there, and
 * only then is each moved. Whoever finds the mark moves on; whoever finds none throws away.
 */
final class UpdateFolder {
  /** Called before each change on disk; a test stops there. */
  interface Stop {
    void here() throws IOException;
  }

  private static final String INSTALLED = "installed";
  private static final String COMPLETE = "complete";

  private final Path folder;
  private final Path pending;
  private final Path trustStore;
  private final Stop stop;

  /**
   * @param folder of updates
   * @param trustStore where trust data lie
   */
  UpdateFolder(Path folder, Path trustStore, Stop stop) {
    this.folder = folder;
    this.pending = folder.resolve("pending");
    this.trustStore = trustStore;
    this.stop = stop;
  }

  Path target(UpdateKind kind) {
    return kind == UpdateKind.TRUST ? trustStore : folder.resolve(kind.fileName());
  }

  /** The head that an installed file came with. */
  Path receipt(UpdateKind kind) {
    return folder.resolve(kind.receiptName());
  }

  Installed installed() throws IOException, UpdateException {
    try {
      return Installed.parse(Files.readString(folder.resolve(INSTALLED)));
    } catch (NoSuchFileException e) {
      return Installed.NOTHING;
    }
  }

  /** Ends what a kill or a power cut has left half done, one way or the other. */
  void recover() throws IOException {
    Files.createDirectories(pending);
    if (Files.exists(pending.resolve(COMPLETE))) {
      moveAll();
    } else {
      clear();
    }
  }

  /** Where a file is staged for a look at it. */
  Path stage(UpdateKind kind, byte[] bytes, UpdateHead head) throws IOException {
    Path staged = pending.resolve(kind.fileName());
    write(staged, bytes);
    write(pending.resolve(kind.receiptName()), head.bytes());
    return staged;
  }

  /** All that is staged becomes what is installed. */
  void commit(Installed installed) throws IOException {
    write(pending.resolve(INSTALLED), installed.text().getBytes(StandardCharsets.US_ASCII));
    DurableFiles.sync(pending);
    write(pending.resolve(COMPLETE), new byte[0]);
    DurableFiles.sync(pending);
    moveAll();
  }

  private void moveAll() throws IOException {
    for (UpdateKind kind : UpdateKind.values()) {
      if (kind.isPack()) {
        unpack(kind);
      }
      move(pending.resolve(kind.fileName()), target(kind));
      move(pending.resolve(kind.receiptName()), receipt(kind));
    }
    move(pending.resolve(INSTALLED), folder.resolve(INSTALLED));
    stop.here();
    Files.delete(pending.resolve(COMPLETE));
    DurableFiles.sync(pending);
  }

  /** A folder of its own for each pack, and a link to the one that is used. */
  private void unpack(UpdateKind kind) throws IOException {
    Path pack = pending.resolve(kind.fileName());
    if (!Files.exists(pack)) {
      return;
    }
    byte[] zip = Files.readAllBytes(pack);
    String digest = HexFormat.of().formatHex(Ed25519.sha256(zip));
    Path fresh = folder.resolve(kind.label() + "-" + digest.substring(0, 16));
    Path link = folder.resolve(kind.label());
    Path used = Files.exists(link) ? link.toRealPath() : link;
    if (Files.exists(fresh) && used.equals(fresh.toRealPath())) {
      return; // done before the kill
    }
    stop.here();
    DurableFiles.delete(fresh);
    new PackFile(zip).unpack(fresh);
    stop.here();
    Path next = folder.resolve(kind.label() + ".new");
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, fresh.getFileName());
    stop.here();
    DurableFiles.move(next, link);
    removeOlder(kind, fresh, used);
  }

  /** A bridge may just be reading the pack before; all older ones go. */
  private void removeOlder(UpdateKind kind, Path fresh, Path before) throws IOException {
    try (DirectoryStream<Path> packs = Files.newDirectoryStream(folder, kind.label() + "-*")) {
      for (Path pack : packs) {
        Path path = pack.toRealPath();
        if (!path.equals(fresh.toRealPath()) && !path.equals(before)) {
          stop.here();
          DurableFiles.delete(pack);
        }
      }
    }
  }

  private void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      stop.here();
      DurableFiles.move(from, to);
    }
  }

  /** Throws away what is staged. */
  void clear() throws IOException {
    try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(pending)) {
      for (Path file : leftOver) {
        stop.here();
        Files.delete(file);
      }
    }
  }

  private void write(Path file, byte[] bytes) throws IOException {
    stop.here();
    DurableFiles.write(file, bytes);
  }

  FileChannel lock() throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
