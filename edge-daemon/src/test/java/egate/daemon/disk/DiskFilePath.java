package egate.daemon.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;

/**
 * A file system for H2 whose files lie on simulated disks: {@code disk:NUMBER/path}. Folders at the
 * top are always there, others while they hold a file.
 */
public final class DiskFilePath extends FilePath {
  private static final String SCHEME = "disk";
  private static final Map<String, SimulatedDisk> DISKS = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();

  static {
    FilePath.register(new DiskFilePath(""));
  }

  private final String path;

  /** H2's prototype, by which it makes all others. */
  private DiskFilePath(String path) {
    this.path = path;
    this.name = SCHEME + ":" + path;
  }

  /** Makes a disk known; H2 finds it under the name that is returned, until it is forgotten. */
  public static String mount(SimulatedDisk disk) {
    String number = String.valueOf(NUMBERS.incrementAndGet());
    DISKS.put(number, disk);
    return SCHEME + ":" + number;
  }

  public static void unmount(String mounted) {
    DISKS.remove(mounted.substring(SCHEME.length() + 1));
  }

  @Override
  public DiskFilePath getPath(String full) {
    return new DiskFilePath(full.substring(SCHEME.length() + 1));
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public boolean exists() {
    return isRegularFile() || isDirectory();
  }

  @Override
  public boolean isRegularFile() {
    return disk().exists(file());
  }

  @Override
  public boolean isDirectory() {
    boolean top = path.indexOf('/') == path.lastIndexOf('/') && !file().contains(".");
    return top || !disk().list(file() + "/").isEmpty();
  }

  @Override
  public long size() {
    return disk().size(file());
  }

  @Override
  public List<FilePath> newDirectoryStream() {
    return disk().list(file() + "/").stream()
        .map(found -> found.substring(file().length() + 1))
        .filter(found -> !found.contains("/"))
        .map(found -> (FilePath) new DiskFilePath(path + "/" + found))
        .collect(Collectors.toList());
  }

  @Override
  public boolean createFile() {
    if (exists()) {
      return false;
    }
    change(() -> disk().create(file()));
    return true;
  }

  @Override
  public void delete() {
    change(() -> disk().delete(file()));
  }

  @Override
  public void moveTo(FilePath to, boolean replace) {
    change(() -> disk().rename(file(), ((DiskFilePath) to).file()));
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    if (!isRegularFile()) {
      if (mode.equals("r")) {
        throw new IOException(this + " does not exist");
      }
      disk().create(file());
    }
    return new DiskChannel(disk(), file());
  }

  @Override
  public FilePath toRealPath() {
    return this;
  }

  @Override
  public FilePath getParent() {
    int slash = path.lastIndexOf('/');
    return new DiskFilePath(slash < 0 ? path : path.substring(0, slash));
  }

  @Override
  public boolean isAbsolute() {
    return true;
  }

  @Override
  public long lastModified() {
    return 0;
  }

  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public void createDirectory() {}

  @Override
  public boolean setReadOnly() {
    return false;
  }

  private SimulatedDisk disk() {
    int slash = path.indexOf('/');
    SimulatedDisk disk = DISKS.get(slash < 0 ? path : path.substring(0, slash));
    if (disk == null) {
      throw new IllegalStateException(this + " is on no disk");
    }
    return disk;
  }

  private String file() {
    return path.substring(path.indexOf('/') + 1);
  }

  private interface Change {
    void make() throws IOException;
  }

  private void change(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw DbException.convertIOException(e, name);
    }
  }
}
