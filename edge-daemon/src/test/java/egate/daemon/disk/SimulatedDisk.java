package egate.daemon.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * All files of a machine, by path. A name is durable once its file was forced or its folder synced;
 * a change is durable once its file was forced. From any thread.
 */
public final class SimulatedDisk {
  private final FaultPlan plan;
  private final TreeMap<String, SimulatedFile> files = new TreeMap<>();
  private final TreeMap<String, SimulatedFile> durableNames = new TreeMap<>();
  private final Set<String> namesInDoubt = new HashSet<>();
  private long capacity = Long.MAX_VALUE;

  public SimulatedDisk(FaultPlan plan) {
    this.plan = plan;
  }

  public FaultPlan plan() {
    return plan;
  }

  /** How many bytes fit on it from now on. */
  public synchronized void capacity(long bytes) {
    capacity = bytes;
  }

  public synchronized long freeBytes() {
    return Math.max(0, capacity - used());
  }

  /** The machine starts again: what it finds. */
  public synchronized SimulatedDisk reboot() {
    SimulatedDisk after = new SimulatedDisk(plan);
    after.capacity = capacity;
    TreeMap<String, SimulatedFile> found = new TreeMap<>(durableNames);
    for (String name : namesInDoubt) {
      if (plan.below(2) == 0) {
        found.remove(name);
        if (files.containsKey(name)) {
          found.put(name, files.get(name));
        }
      }
    }
    found.forEach((name, file) -> after.files.put(name, file.afterPowerCut(plan)));
    after.durableNames.putAll(after.files);
    return after;
  }

  public synchronized boolean exists(String name) {
    return files.containsKey(name);
  }

  /** Names of all files that begin so, in their order. */
  public synchronized List<String> list(String prefix) {
    return files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  public synchronized int size(String name) {
    SimulatedFile file = files.get(name);
    return file == null ? 0 : file.size();
  }

  public synchronized byte[] read(String name) throws IOException {
    return file(name).content();
  }

  /** As many bytes as there are, negative or zero at the end. */
  public synchronized int read(String name, int position, byte[] into, int offset, int length)
      throws IOException {
    return file(name).read(position, into, offset, length);
  }

  /** Makes an empty file. */
  public synchronized void create(String name) throws IOException {
    plan.spend();
    if (files.putIfAbsent(name, new SimulatedFile()) != null) {
      throw new IOException(name + " exists");
    }
    namesInDoubt.add(name);
    plan.spend();
  }

  public synchronized void write(String name, int position, byte[] bytes) throws IOException {
    SimulatedFile file = file(name);
    long grows = Math.max(0, position + bytes.length - file.size());
    if (grows > 0 && used() + grows > capacity) {
      throw new IOException("No space left on device");
    }
    if (plan.hasPower()) {
      file.write(position, bytes.clone());
    }
    plan.spend();
  }

  public synchronized void truncate(String name, int size) throws IOException {
    plan.spend();
    file(name).truncate(size);
    plan.spend();
  }

  public synchronized void force(String name) throws IOException {
    plan.spend();
    file(name).force();
    durableNames.put(name, file(name));
    namesInDoubt.remove(name);
    plan.spend();
  }

  public synchronized void syncFolder() throws IOException {
    plan.spend();
    durableNames.clear();
    durableNames.putAll(files);
    namesInDoubt.clear();
    plan.spend();
  }

  public synchronized void delete(String name) throws IOException {
    plan.spend();
    if (files.remove(name) != null) {
      namesInDoubt.add(name);
    }
    plan.spend();
  }

  public synchronized void rename(String from, String to) throws IOException {
    plan.spend();
    SimulatedFile file = file(from);
    files.remove(from);
    files.put(to, file);
    namesInDoubt.add(from);
    namesInDoubt.add(to);
    plan.spend();
  }

  /** Puts a file there as if it had always been. */
  public synchronized void put(String name, byte[] content) {
    SimulatedFile file = new SimulatedFile();
    file.write(0, content);
    file.force();
    files.put(name, file);
    durableNames.put(name, file);
  }

  private long used() {
    return files.values().stream().mapToLong(SimulatedFile::size).sum();
  }

  private SimulatedFile file(String name) throws IOException {
    SimulatedFile file = files.get(name);
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return file;
  }
}
