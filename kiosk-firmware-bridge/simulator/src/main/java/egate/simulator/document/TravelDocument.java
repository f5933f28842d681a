package egate.simulator.document;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A passport: its printed MRZ, its chip's files and keys. Personal data: no string form. */
public final class TravelDocument {
  private static final int MRZ = 0x5F1F;

  private final MrzLines mrz;
  private final Map<ElementaryFile, byte[]> files;
  private final ChipKeys keys;
  private final Optional<String> can;

  /**
   * @param files kept, their contents not copied
   */
  TravelDocument(MrzLines mrz, Map<ElementaryFile, byte[]> files, ChipKeys keys) {
    this(mrz, files, keys, Optional.empty());
  }

  private TravelDocument(
      MrzLines mrz, Map<ElementaryFile, byte[]> files, ChipKeys keys, Optional<String> can) {
    this.mrz = mrz;
    this.files = new EnumMap<>(files);
    this.keys = keys;
    this.can = can;
  }

  /**
   * The reference passport of BSI TR-03105-5 from a folder with files named {@code EF_COM.bin},
   * {@code EF_SOD.bin} and {@code Datagroup1.bin}; other data groups where they are present.
   *
   * @throws IOException when one of these three is missing, or DG1 holds no MRZ
   */
  public static TravelDocument load(Path folder) throws IOException {
    Map<ElementaryFile, byte[]> files = new EnumMap<>(ElementaryFile.class);
    Set<ElementaryFile> least =
        EnumSet.of(ElementaryFile.COM, ElementaryFile.SOD, ElementaryFile.DG1);
    for (ElementaryFile file : ElementaryFile.values()) {
      Path path = folder.resolve(referenceName(file));
      boolean demanded = least.contains(file);
      if (demanded || Files.exists(path)) {
        files.put(file, Files.readAllBytes(path));
      }
    }
    return new TravelDocument(mrzOf(files), files, ReferenceKeys.load(folder));
  }

  /** What is printed on the data page. */
  public MrzLines mrz() {
    return mrz;
  }

  /** The card access number printed beside them, six digits; many documents have none. */
  public Optional<String> can() {
    return can;
  }

  /**
   * The same document with a card access number, which opens its chip too.
   *
   * @param digits six
   */
  public TravelDocument withCan(String digits) {
    return new TravelDocument(mrz, files, keys, Optional.of(digits));
  }

  /** What a document reader sees: the MRZ, and the card access number below it. */
  public List<String> printedLines() {
    List<String> lines = new ArrayList<>(mrz.lines());
    can.ifPresent(lines::add);
    return List.copyOf(lines);
  }

  /** What the chip keeps to itself. */
  public ChipKeys keys() {
    return keys;
  }

  /** A copy: the same files on another chip, whose keys are others. */
  public TravelDocument cloned(RandomGenerator random) {
    return new TravelDocument(mrz, files, keys.copied(random), can);
  }

  /** A copy without this data group, which EF.COM, signed by nobody, does not list either. */
  public TravelDocument stripped(ElementaryFile dataGroup) {
    Map<ElementaryFile, byte[]> fewer = new EnumMap<>(files);
    fewer.remove(dataGroup);
    fewer.put(ElementaryFile.COM, LogicalDataStructure.com(LdsVersion.V1_7, dataGroups(fewer)));
    return new TravelDocument(mrz, fewer, keys, can);
  }

  private static Map<ElementaryFile, byte[]> dataGroups(Map<ElementaryFile, byte[]> files) {
    Map<ElementaryFile, byte[]> groups = new EnumMap<>(files);
    groups.keySet().removeIf(file -> file.dataGroup() == 0);
    return groups;
  }

  /** The same chip behind somebody who takes PACE out of what it offers. */
  public TravelDocument withoutPace() {
    Map<ElementaryFile, byte[]> fewer = new EnumMap<>(files);
    fewer.remove(ElementaryFile.CARD_ACCESS);
    return new TravelDocument(mrz, fewer, keys, can);
  }

  /** The same chip, whose EF.CardAccess somebody altered to offer only these. */
  public TravelDocument offering(PaceOffer... offers) {
    Map<ElementaryFile, byte[]> altered = new EnumMap<>(files);
    altered.put(ElementaryFile.CARD_ACCESS, Personalisation.cardAccess(List.of(offers)));
    return new TravelDocument(mrz, altered, keys, can);
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
      case CARD_ACCESS -> "EF_CardAccess.bin";
      case CARD_SECURITY -> "EF_CardSecurity.bin";
      case COM -> "EF_COM.bin";
      case SOD -> "EF_SOD.bin";
      case CVCA -> "EF_CVCA.bin";
      case DG1, DG2, DG3, DG4, DG7, DG11, DG12, DG13, DG14, DG15, DG16 ->
          "Datagroup" + file.dataGroup() + ".bin";
    };
  }

  private static MrzLines mrzOf(Map<ElementaryFile, byte[]> files) throws IOException {
    byte[] dg1 = files.getOrDefault(ElementaryFile.DG1, new byte[0]);
    try {
      byte[] mrz = Tlv.parse(dg1).expect(ElementaryFile.DG1.tag()).child(MRZ).value();
      return MrzLines.of(new String(mrz, StandardCharsets.US_ASCII));
    } catch (MalformedDataException | IllegalArgumentException e) {
      throw new IOException("DG1 of the reference passport holds no MRZ", e);
    }
  }
}
