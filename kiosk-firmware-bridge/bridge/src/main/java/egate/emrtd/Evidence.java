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
  private final Transcripts transcripts;

  /** Files without any protocol's transcript; otherwise as the other constructor. */
  public Evidence(
      AccessProtocol access,
      Map<LdsFile, byte[]> files,
      Map<LdsFile, Refusal> refusals,
      List<StepEvidence> steps) {
    this(access, files, refusals, steps, Transcripts.none());
  }

  /**
   * @param access how the chip was opened; {@link AccessProtocol#NONE} for files out of a folder
   * @param files raw bytes, which this object takes over and wipes
   * @param refusals files that were asked for in vain
   * @param transcripts which this object closes
   */
  public Evidence(
      AccessProtocol access,
      Map<LdsFile, byte[]> files,
      Map<LdsFile, Refusal> refusals,
      List<StepEvidence> steps,
      Transcripts transcripts) {
    this.access = access;
    this.files.putAll(files);
    this.refusals.putAll(refusals);
    this.steps = List.copyOf(steps);
    this.transcripts = transcripts;
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

  /** In the order in which they were taken; a resumed read repeats those that open the chip. */
  public List<StepEvidence> steps() {
    return steps;
  }

  public Transcripts transcripts() {
    return transcripts;
  }

  @Override
  public void close() {
    transcripts.close();
    wipeFiles();
  }

  /** Closes it, but for the transcripts, which others hold too. */
  void wipeFiles() {
    files.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    files.clear();
  }

  @Override
  public String toString() {
    return "Evidence";
  }
}
