package egate.daemon.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import org.h2.store.fs.FakeFileChannel;
import org.h2.store.fs.FileBaseDefault;

/** An open file on a simulated disk, as H2 uses it. */
final class DiskChannel extends FileBaseDefault {
  private final SimulatedDisk disk;
  private final String name;

  DiskChannel(SimulatedDisk disk, String name) {
    this.disk = disk;
    this.name = name;
  }

  @Override
  public long size() {
    return disk.size(name);
  }

  @Override
  public synchronized int read(ByteBuffer into, long position) throws IOException {
    byte[] bytes = new byte[into.remaining()];
    int count = disk.read(name, Math.toIntExact(position), bytes, 0, bytes.length);
    if (count <= 0) {
      return -1;
    }
    into.put(bytes, 0, count);
    return count;
  }

  @Override
  public synchronized int write(ByteBuffer from, long position) throws IOException {
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    disk.write(name, Math.toIntExact(position), bytes);
    return bytes.length;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    disk.force(name);
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    if (size < disk.size(name)) {
      disk.truncate(name, Math.toIntExact(size));
    }
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    return new HeldLock();
  }

  /** One machine, one process: nobody else asks. */
  private static final class HeldLock extends FileLock {
    HeldLock() {
      super(FakeFileChannel.INSTANCE, 0, Long.MAX_VALUE, false);
    }

    @Override
    public boolean isValid() {
      return true;
    }

    @Override
    public void release() {}
  }
}
