package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that can lose power: what was not forced is then kept, dropped, or kept in part,
 * sector by sector.
 */
final class CuttableStorage implements JournalStorage {
  private static final int SECTOR = 512;

  private static final class Write {
    final String segment;
    final int position;
    final byte[] bytes;

    Write(String segment, int position, byte[] bytes) {
      this.segment = segment;
      this.position = position;
      this.bytes = bytes;
    }
  }

  final Map<String, byte[]> durable = new TreeMap<>();
  private final List<Write> pending = new ArrayList<>();
  private long operationsLeft = Long.MAX_VALUE;

  /** The power fails in this many operations from now, in the midst of it. */
  void cutAfter(long operations) {
    operationsLeft = operations;
  }

  boolean hasPower() {
    return operationsLeft > 0;
  }

  /** What the disk holds when power is back. */
  CuttableStorage reboot(RandomGenerator random) {
    CuttableStorage after = new CuttableStorage();
    durable.forEach((name, bytes) -> after.durable.put(name, bytes.clone()));
    for (Write write : pending) {
      switch (random.nextInt(4)) {
        case 0 -> after.apply(write);
        case 1 -> after.apply(prefix(write, random));
        case 2 -> after.apply(holed(write, random));
        default -> {}
      }
    }
    return after;
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public List<String> list() {
    return List.copyOf(durable.keySet());
  }

  @Override
  public byte[] read(String segment) {
    CuttableStorage view = new CuttableStorage();
    view.durable.put(segment, bytes(segment).clone());
    pending.stream().filter(write -> write.segment.equals(segment)).forEach(view::apply);
    return view.bytes(segment);
  }

  @Override
  public void create(String segment) throws IOException {
    spend();
    durable.put(segment, new byte[0]);
    spend();
  }

  @Override
  public void write(String segment, long position, ByteBuffer bytes) throws IOException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    pending.add(new Write(segment, (int) position, copy));
    spend();
  }

  @Override
  public void force(String segment) throws IOException {
    spend();
    pending.forEach(this::apply);
    pending.clear();
    spend();
  }

  @Override
  public void truncate(String segment, long size) throws IOException {
    spend();
    durable.put(segment, Arrays.copyOf(bytes(segment), (int) size));
    spend();
  }

  @Override
  public void close() {}

  private byte[] bytes(String segment) {
    return durable.getOrDefault(segment, new byte[0]);
  }

  private void spend() throws IOException {
    if (--operationsLeft <= 0) {
      throw new IOException("power cut");
    }
  }

  private void apply(Write write) {
    byte[] bytes = bytes(write.segment);
    int end = write.position + write.bytes.length;
    byte[] grown = Arrays.copyOf(bytes, Math.max(bytes.length, end));
    System.arraycopy(write.bytes, 0, grown, write.position, write.bytes.length);
    durable.put(write.segment, grown);
  }

  private static Write prefix(Write write, RandomGenerator random) {
    int length = random.nextInt(write.bytes.length + 1);
    byte[] bytes = Arrays.copyOf(write.bytes, length);
    return new Write(write.segment, write.position, bytes);
  }

  /** The file has grown, but some sectors never reached the disk. */
  private static Write holed(Write write, RandomGenerator random) {
    byte[] bytes = write.bytes.clone();
    int end = write.position + bytes.length;
    for (int sector = write.position / SECTOR * SECTOR; sector < end; sector += SECTOR) {
      if (random.nextBoolean()) {
        int from = Math.max(sector, write.position) - write.position;
        int to = Math.min(sector + SECTOR, end) - write.position;
        Arrays.fill(bytes, from, to, (byte) 0);
      }
    }
    return new Write(write.segment, write.position, bytes);
  }
}
