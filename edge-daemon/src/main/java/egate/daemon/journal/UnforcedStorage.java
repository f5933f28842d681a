package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A storage that promises nothing: benches fill a long journal with it in bearable time. */
final class UnforcedStorage implements JournalStorage {
  private final JournalStorage storage;

  UnforcedStorage(JournalStorage storage) {
    this.storage = storage;
  }

  @Override
  public String place() {
    return storage.place();
  }

  @Override
  public List<String> list(String suffix) throws IOException {
    return storage.list(suffix);
  }

  @Override
  public long size(String name) throws IOException {
    return storage.size(name);
  }

  @Override
  public byte[] read(String name) throws IOException {
    return storage.read(name);
  }

  @Override
  public void create(String name, ByteBuffer content) throws IOException {
    storage.create(name, content);
  }

  @Override
  public void write(String name, long position, ByteBuffer bytes) throws IOException {
    storage.write(name, position, bytes);
  }

  @Override
  public void force(String name) {}

  @Override
  public void truncate(String name, long size) throws IOException {
    storage.truncate(name, size);
  }

  @Override
  public void delete(String name) throws IOException {
    storage.delete(name);
  }

  @Override
  public boolean reserve(String name, long size) throws IOException {
    return storage.reserve(name, size);
  }

  @Override
  public long freeBytes() throws IOException {
    return storage.freeBytes();
  }

  @Override
  public void close() throws IOException {
    storage.close();
  }
}
