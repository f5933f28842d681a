package egate.daemon.disk;

import egate.daemon.journal.JournalStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** A journal's files on a simulated disk. */
public final class DiskStorage implements JournalStorage {
  private final SimulatedDisk disk;
  private final String folder;

  public DiskStorage(SimulatedDisk disk, String folder) {
    this.disk = disk;
    this.folder = folder + "/";
  }

  /** On a disk of its own, on which nothing fails yet. */
  public DiskStorage() {
    this(new SimulatedDisk(new FaultPlan(1)), "journal");
  }

  public SimulatedDisk disk() {
    return disk;
  }

  /** The same folder when power is back. */
  public DiskStorage reboot() {
    return new DiskStorage(disk.reboot(), folder.substring(0, folder.length() - 1));
  }

  /** Puts a file there as if it had always been. */
  public void put(String name, byte[] content) {
    disk.put(folder + name, content);
  }

  /** The names of all segments. */
  public List<String> segments() {
    return list(SEGMENT);
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public List<String> list(String suffix) {
    return disk.list(folder).stream()
        .map(name -> name.substring(folder.length()))
        .filter(name -> name.endsWith(suffix))
        .toList();
  }

  @Override
  public long size(String name) {
    return disk.size(folder + name);
  }

  @Override
  public byte[] read(String name) throws IOException {
    return disk.read(folder + name);
  }

  @Override
  public byte[] head(String name, int most) throws IOException {
    byte[] all = read(name);
    return Arrays.copyOf(all, Math.min(most, all.length));
  }

  @Override
  public void create(String name, ByteBuffer content) throws IOException {
    disk.create(folder + name);
    write(name, 0, content);
    force(name);
    disk.syncFolder();
  }

  @Override
  public void write(String name, long position, ByteBuffer bytes) throws IOException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    disk.write(folder + name, Math.toIntExact(position), copy);
  }

  @Override
  public void force(String name) throws IOException {
    disk.force(folder + name);
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    disk.truncate(folder + name, Math.toIntExact(size));
    disk.force(folder + name);
  }

  @Override
  public void delete(String name) throws IOException {
    disk.delete(folder + name);
    disk.syncFolder();
  }

  @Override
  public boolean reserve(String name, long size) {
    return false;
  }

  @Override
  public long freeBytes() {
    return disk.freeBytes();
  }

  @Override
  public void close() {}
}
