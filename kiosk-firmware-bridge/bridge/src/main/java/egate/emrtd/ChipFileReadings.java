package egate.emrtd;

import egate.emrtd.lds.EfCom;
import egate.emrtd.lds.EfSod;
import egate.emrtd.lds.LdsFile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of one chip on their way, over all the sessions that it takes. */
final class ChipFileReadings implements AutoCloseable {
  private static final byte[] NO_BYTES = {};

  private final ChipHabits habits = new ChipHabits();
  private final Map<LdsFile, FileReading> files = new EnumMap<>(LdsFile.class);
  private FileListener listener = FileListener.NONE;

  /** Who is told of each file once it is here. */
  void tell(FileListener told) {
    listener = told;
  }

  ChipHabits habits() {
    return habits;
  }

  /** Reads what is missing of the file. */
  void read(ChipLink link, LdsFile file) throws IOException, ChipProtocolException {
    FileReading reading = files.computeIfAbsent(file, f -> new FileReading(f, habits));
    if (!reading.done()) {
      reading.readOn(link);
      file(file).ifPresent(bytes -> listener.read(file, bytes));
    }
  }

  void readIfListed(ChipLink link, LdsFile file) throws IOException, ChipProtocolException {
    if (isListed(file)) {
      read(link, file);
    }
  }

  /** Whether the chip has the file, and did not let it be read. */
  boolean denied(LdsFile file) {
    @Nullable FileReading reading = files.get(file);
    return reading != null && reading.refusal() == Refusal.DENIED;
  }

  /** Asks once more for a file that was denied. */
  void readDenied(ChipLink link, LdsFile file) throws IOException, ChipProtocolException {
    files.computeIfAbsent(file, f -> new FileReading(f, habits)).permit();
    read(link, file);
  }

  /** EF.COM may leave out what the SOD lists, and either may be malformed: that is judged later. */
  private boolean isListed(LdsFile file) {
    return comLists(file) || sodLists(file);
  }

  private boolean comLists(LdsFile file) {
    try {
      return EfCom.parse(bytesOf(LdsFile.EF_COM)).dataGroups().contains(file);
    } catch (MalformedDataException e) {
      return false;
    }
  }

  private boolean sodLists(LdsFile file) {
    try {
      return EfSod.parse(bytesOf(LdsFile.EF_SOD)).securityObject().dataGroups().contains(file);
    } catch (MalformedDataException e) {
      return false;
    }
  }

  /** The file once it was read; not a copy. */
  Optional<byte[]> file(LdsFile file) {
    @Nullable FileReading reading = files.get(file);
    return reading != null && reading.done() && reading.refusal() == null
        ? Optional.of(reading.bytes())
        : Optional.empty();
  }

  private byte[] bytesOf(LdsFile file) {
    return file(file).orElse(NO_BYTES);
  }

  /** Copies of what was read. */
  Map<LdsFile, byte[]> read() {
    Map<LdsFile, byte[]> read = new EnumMap<>(LdsFile.class);
    files.keySet().forEach(name -> file(name).ifPresent(bytes -> read.put(name, bytes.clone())));
    return read;
  }

  /** What was asked for in vain. */
  Map<LdsFile, Refusal> refused() {
    Map<LdsFile, Refusal> refused = new EnumMap<>(LdsFile.class);
    files.forEach(
        (name, reading) -> {
          @Nullable Refusal refusal = reading.refusal();
          if (refusal != null) {
            refused.put(name, refusal);
          }
        });
    return refused;
  }

  @Override
  public void close() {
    files.values().forEach(FileReading::close);
  }

  @Override
  public String toString() {
    return "ChipFileReadings";
  }
}
