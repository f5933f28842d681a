package egate.simulator.document;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A passport: its printed MRZ and the files on its chip. Personal data: no string form. */
public final class TravelDocument {
  private static final int MRZ = 0x5F1F;

  private final MrzLines mrz;
  private final Map<ElementaryFile, byte[]> files;

  /**
   * @param files kept, their contents not copied
   */
  TravelDocument(MrzLines mrz, Map<ElementaryFile, byte[]> files) {
    this.mrz = mrz;
    this.files = new EnumMap<>(files);
  }

  /**
   * The reference passport of BSI TR-03105-5 from a folder with files named {@code EF_COM.bin},
   * {@code EF_SOD.bin} and {@code Datagroup1.bin}; other data groups where they are present.
   *
   * @throws IOException when one of these three is missing, or DG1 holds no TD3 MRZ
   */
  public static TravelDocument load(Path folder) throws IOException {
    Map<ElementaryFile, byte[]> files = new EnumMap<>(ElementaryFile.class);
    for (ElementaryFile file : ElementaryFile.values()) {
      Path path = folder.resolve(referenceName(file));
      boolean demanded = file.dataGroup() <= 1;
      if (demanded || Files.exists(path)) {
        files.put(file, Files.readAllBytes(path));
      }
    }
    return new TravelDocument(mrzOf(files), files);
  }

  /** What is printed on the data page. */
  public MrzLines mrz() {
    return mrz;
  }

  /** The file's bytes, not a copy; empty where the chip lacks the file. */
  public Optional<byte[]> file(ElementaryFile file) {
    return Optional.ofNullable(files.get(file));
  }

  @Override
  public String toString() {
    return "TravelDocument";
  }

  private static String referenceName(ElementaryFile file) {
    return switch (file) {
      case COM -> "EF_COM.bin";
      case SOD -> "EF_SOD.bin";
      case DG1, DG2, DG3, DG14, DG15 -> "Datagroup" + file.dataGroup() + ".bin";
    };
  }

  private static MrzLines mrzOf(Map<ElementaryFile, byte[]> files) throws IOException {
    byte[] dg1 = files.getOrDefault(ElementaryFile.DG1, new byte[0]);
    try {
      byte[] mrz = Tlv.parse(dg1).expect(ElementaryFile.DG1.tag()).child(MRZ).value();
      return MrzLines.of(new String(mrz, StandardCharsets.US_ASCII));
    } catch (MalformedDataException | IllegalArgumentException e) {
      throw new IOException("DG1 of the reference passport holds no TD3 MRZ", e);
    }
  }
}
