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
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Segments as files in a folder that only its owner can enter, held by one daemon at a time. */
final class FolderStorage implements JournalStorage {
  private static final String LOCK = "lock";

  private final FolderSource source;
  private final FileChannel lock;
  private String openSegment = "";
  private @Nullable FileChannel channel;

  private FolderStorage(FolderSource source, FileChannel lock) {
    this.source = source;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing and takes its lock.
   *
   * @throws JournalException when another daemon has the lock, or the folder cannot be used
   */
  static FolderStorage lock(Path folder) throws JournalException {
    try {
      createFolder(folder);
      FileChannel channel = open(folder.resolve(LOCK), Set.of(CREATE, WRITE));
      if (!locked(channel)) {
        channel.close();
        throw new JournalException(
            "journal " + folder + " is in use by another daemon: stop that one first");
      }
      return new FolderStorage(new FolderSource(folder), channel);
    } catch (IOException e) {
      throw new JournalException("journal " + folder + " cannot be used: " + e, e);
    }
  }

  @Override
  public String place() {
    return source.place();
  }

  @Override
  public List<String> list() throws IOException {
    return source.list();
  }

  @Override
  public byte[] read(String segment) throws IOException {
    return source.read(segment);
  }

  @Override
  public void create(String segment) throws IOException {
    closeSegment();
    channel = open(source.folder().resolve(segment), Set.of(CREATE_NEW, WRITE));
    openSegment = segment;
    channel.force(true);
    syncFolder(source.folder());
  }

  @Override
  public void write(String segment, long position, ByteBuffer bytes) throws IOException {
    FileChannel file = channel(segment);
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  @Override
  public void force(String segment) throws IOException {
    channel(segment).force(false);
  }

  @Override
  public void truncate(String segment, long size) throws IOException {
    channel(segment).truncate(size);
    channel(segment).force(true);
  }

  @Override
  public void close() throws IOException {
    closeSegment();
    lock.close();
  }

  private FileChannel channel(String segment) throws IOException {
    if (channel == null || !segment.equals(openSegment)) {
      closeSegment();
      channel = open(source.folder().resolve(segment), Set.of(WRITE));
      openSegment = segment;
    }
    return channel;
  }

  private void closeSegment() throws IOException {
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
