package egate.daemon.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files in a folder that only its owner can enter, held by one daemon at a time. */
final class FolderStorage implements JournalStorage {
  private static final String LOCK = "lock";

  private final FolderSource source;
  private final FileChannel lock;
  private final boolean forcing;
  private String openName = "";
  private @Nullable FileChannel channel;

  private FolderStorage(FolderSource source, FileChannel lock, boolean forcing) {
    this.source = source;
    this.lock = lock;
    this.forcing = forcing;
  }

  /**
   * Makes the folder where it is missing and takes its lock.
   *
   * @throws JournalException when another daemon has the lock, or the folder cannot be used
   */
  static FolderStorage lock(Path folder) throws JournalException {
    return lock(folder, true);
  }

  /** One that promises nothing: benches fill a long journal with it in bearable time. */
  static FolderStorage unforced(Path folder) throws JournalException {
    return lock(folder, false);
  }

  private static FolderStorage lock(Path folder, boolean forcing) throws JournalException {
    try {
      createFolder(folder);
      FileChannel channel = open(folder.resolve(LOCK), Set.of(CREATE, WRITE));
      if (!locked(channel)) {
        channel.close();
        throw new JournalException(
            "journal " + folder + " is in use by another daemon: stop that one first");
      }
      return new FolderStorage(new FolderSource(folder), channel, forcing);
    } catch (IOException e) {
      throw new JournalException("journal " + folder + " cannot be used: " + e, e);
    }
  }

  @Override
  public String place() {
    return source.place();
  }

  @Override
  public List<String> list(String suffix) throws IOException {
    return source.list(suffix);
  }

  @Override
  public long size(String name) throws IOException {
    return source.size(name);
  }

  @Override
  public byte[] read(String name) throws IOException {
    return source.read(name);
  }

  @Override
  public byte[] head(String name, int most) throws IOException {
    return source.head(name, most);
  }

  @Override
  public void create(String name, ByteBuffer content) throws IOException {
    Path file = source.folder().resolve(name);
    try {
      writeNew(file, content);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      Files.deleteIfExists(file); // a full disk must not fill further with what was not begun
      throw e;
    }
    syncFolder(source.folder());
  }

  @Override
  public void write(String name, long position, ByteBuffer bytes) throws IOException {
    FileChannel file = channel(name);
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  @Override
  public void force(String name) throws IOException {
    if (forcing) {
      channel(name).force(false);
    }
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    channel(name).truncate(size);
    channel(name).force(true);
  }

  @Override
  public void delete(String name) throws IOException {
    if (name.equals(openName)) {
      closeFile();
    }
    Files.delete(source.folder().resolve(name));
    syncFolder(source.folder());
  }

  @Override
  public boolean reserve(String name, long size) throws IOException {
    return Posix.reserve(source.folder().resolve(name), size);
  }

  @Override
  public long freeBytes() throws IOException {
    return Files.getFileStore(source.folder()).getUsableSpace();
  }

  @Override
  public void close() throws IOException {
    closeFile();
    lock.close();
  }

  private static void writeNew(Path path, ByteBuffer content) throws IOException {
    try (FileChannel file = open(path, Set.of(CREATE_NEW, WRITE))) {
      while (content.hasRemaining()) {
        int _ = file.write(content);
      }
      file.force(true);
    }
  }

  private FileChannel channel(String name) throws IOException {
    if (channel == null || !name.equals(openName)) {
      closeFile();
      channel = open(source.folder().resolve(name), Set.of(WRITE));
      openName = name;
    }
    return channel;
  }

  private void closeFile() throws IOException {
    if (channel != null) {
      channel.close();
    }
    channel = null;
  }

  private static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.toAbsolutePath().getParent();
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      syncFolder(parent == null ? folder : parent);
    }
  }

  private static FileChannel open(Path file, Set<OpenOption> options) throws IOException {
    return FileChannel.open(
        file,
        options,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** A new name survives a power cut only once its folder was synced. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
