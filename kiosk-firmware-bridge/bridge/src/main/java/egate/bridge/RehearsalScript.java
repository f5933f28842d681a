package egate.bridge;

import egate.report.Device;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What once went over the four lines while a traveller of an invented state passed, and what has to
 * be the same for it to happen again: date, random numbers and trust store.
 *
 * <p>Recorded by the simulator ({@code egate bench record-rehearsal}); whoever changes what the
 * bridge says to its devices records it anew.
 */
public final class RehearsalScript {
  private static final String RESOURCE = "rehearsal.bin";
  private static final int MAGIC = 0x45475248; // "EGRH"
  private static final int PIECE_BYTES_MAX = 1 << 20;
  private static final int EXCHANGES_MAX = 100_000;

  private final LocalDate today;
  private final long seed;
  private final byte[] trust;
  private final Map<Device, List<Exchange>> lines;

  /** What the host wrote, and what the device then answered; either may be empty. */
  public static final class Exchange {
    private final byte[] fromHost;
    private final byte[] fromDevice;

    /** The arrays are kept, not copied. */
    public Exchange(byte[] fromHost, byte[] fromDevice) {
      this.fromHost = fromHost;
      this.fromDevice = fromDevice;
    }

    byte[] fromHost() {
      return fromHost;
    }

    byte[] fromDevice() {
      return fromDevice;
    }
  }

  /**
   * @param today the date at the gate
   * @param seed of the bridge's random numbers
   * @param trust a compiled trust store
   */
  public RehearsalScript(
      LocalDate today, long seed, byte[] trust, Map<Device, List<Exchange>> lines) {
    this.today = today;
    this.seed = seed;
    this.trust = trust;
    this.lines = lines;
  }

  /** Reads one that {@link #write} wrote. */
  static RehearsalScript of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  static RehearsalScript builtIn() throws IOException {
    try (InputStream in = RehearsalScript.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new EOFException("no rehearsal is built in");
      }
      return read(in);
    }
  }

  LocalDate today() {
    return today;
  }

  long seed() {
    return seed;
  }

  byte[] trust() {
    return trust;
  }

  List<Exchange> exchanges(Device device) {
    return lines.getOrDefault(device, List.of());
  }

  /** Writes it as {@link #read} wants it. */
  public void write(OutputStream to) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
      out.writeInt(MAGIC);
      out.writeLong(today.toEpochDay());
      out.writeLong(seed);
      writePiece(out, trust);
      for (Device device : Device.values()) {
        out.writeInt(exchanges(device).size());
        for (Exchange exchange : exchanges(device)) {
          writePiece(out, exchange.fromHost());
          writePiece(out, exchange.fromDevice());
        }
      }
    }
  }

  private static RehearsalScript read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new GZIPInputStream(from));
    if (in.readInt() != MAGIC) {
      throw new IOException("no rehearsal");
    }
    LocalDate today = LocalDate.ofEpochDay(in.readLong());
    long seed = in.readLong();
    byte[] trust = readPiece(in);
    Map<Device, List<Exchange>> lines = new EnumMap<>(Device.class);
    for (Device device : Device.values()) {
      lines.put(device, readExchanges(in));
    }
    return new RehearsalScript(today, seed, trust, lines);
  }

  private static List<Exchange> readExchanges(DataInputStream in) throws IOException {
    int count = bounded(in.readInt(), EXCHANGES_MAX);
    List<Exchange> exchanges = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      exchanges.add(new Exchange(readPiece(in), readPiece(in)));
    }
    return exchanges;
  }

  private static void writePiece(DataOutputStream out, byte[] piece) throws IOException {
    out.writeInt(piece.length);
    out.write(piece);
  }

  private static byte[] readPiece(DataInputStream in) throws IOException {
    return in.readNBytes(bounded(in.readInt(), PIECE_BYTES_MAX));
  }

  private static int bounded(int value, int most) throws IOException {
    if (value < 0 || value > most) {
      throw new IOException("rehearsal with a piece of " + value);
    }
    return value;
  }
}
