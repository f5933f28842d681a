package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading a chip yielded: raw files and how they were come by, unjudged. Personal data: it has
 * no string form and is wiped when closed.
 */
public final class Evidence implements AutoCloseable {
  private final AccessProtocol access;
  private final Map<LdsFile, byte[]> files = new EnumMap<>(LdsFile.class);
  private final Map<LdsFile, Refusal> refusals = new EnumMap<>(LdsFile.class);
  private final List<StepEvidence> steps;

  /**
   * @param access how the chip was opened; {@link AccessProtocol#NONE} for files out of a folder
   * @param files raw bytes, which this object takes over and wipes
   * @param refusals files that were asked for in vain
   */
  public Evidence(
      AccessProtocol access,
      Map<LdsFile, byte[]> files,
      Map<LdsFile, Refusal> refusals,
      List<StepEvidence> steps) {
    this.access = access;
    this.files.putAll(files);
    this.refusals.putAll(refusals);
    this.steps = List.copyOf(steps);
  }

  public AccessProtocol access() {
    return access;
  }

  /** The files that were read, by name; their bytes are not copies. */
  public Map<LdsFile, byte[]> files() {
    return Map.copyOf(files);
  }

  /** The raw bytes of one file, not a copy. */
  public Optional<byte[]> file(LdsFile file) {
    return Optional.ofNullable(files.get(file));
  }

  /** Why a file is missing; empty when it was read, or was never asked for. */
  public Optional<Refusal> refusal(LdsFile file) {
    return Optional.ofNullable(refusals.get(file));
  }

  /** In the order in which they were taken; a resumed read repeats the first two. */
  public List<StepEvidence> steps() {
    return steps;
  }

  @Override
  public void close() {
    files.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    files.clear();
  }

  @Override
  public String toString() {
    return "Evidence";
  }
}
