package egate.emrtd.lds;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The elementary files of the LDS1 eMRTD application, and before them those of the master file that
 * access protocols need (Doc 9303-10 section 3.11).
 */
public enum LdsFile {
  EF_CARD_ACCESS("EF.CardAccess", 0x011C, 0x31),
  EF_CARD_SECURITY("EF.CardSecurity", 0x011D, 0x30),
  EF_COM("EF.COM", 0x011E, 0x60),
  EF_SOD("EF.SOD", 0x011D, 0x77),
  DG1("DG1", 0x0101, 0x61),
  DG2("DG2", 0x0102, 0x75),
  DG3("DG3", 0x0103, 0x63),
  DG4("DG4", 0x0104, 0x76),
  DG5("DG5", 0x0105, 0x65),
  DG6("DG6", 0x0106, 0x66),
  DG7("DG7", 0x0107, 0x67),
  DG8("DG8", 0x0108, 0x68),
  DG9("DG9", 0x0109, 0x69),
  DG10("DG10", 0x010A, 0x6A),
  DG11("DG11", 0x010B, 0x6B),
  DG12("DG12", 0x010C, 0x6C),
  DG13("DG13", 0x010D, 0x6D),
  DG14("DG14", 0x010E, 0x6E),
  DG15("DG15", 0x010F, 0x6F),
  DG16("DG16", 0x0110, 0x70);

  private final String text;
  private final int fileId;
  private final int tag;

  LdsFile(String text, int fileId, int tag) {
    this.text = text;
    this.fileId = fileId;
    this.tag = tag;
  }

  /** As the standard writes it: EF.COM, DG1. */
  public String text() {
    return text;
  }

  public int fileId() {
    return fileId;
  }

  /** The short identifier, 1..30, by which READ BINARY can select it. */
  public int shortId() {
    return fileId & 0x1F;
  }

  /** The tag of the one data object in the file. */
  public int tag() {
    return tag;
  }

  public boolean isDataGroup() {
    return compareTo(DG1) >= 0;
  }

  /** The data group's number, 1..16, by which the SOD lists it. */
  public int dataGroupNumber() {
    if (!isDataGroup()) {
      throw new IllegalStateException(text + " is no data group");
    }
    return fileId & 0xFF;
  }

  /** The data group with this tag, as EF.COM lists it. */
  public static Optional<LdsFile> ofTag(int tag) {
    return first(file -> file.isDataGroup() && file.tag == tag);
  }

  /** The data group with this number, as the SOD lists it. */
  public static Optional<LdsFile> ofNumber(int number) {
    return first(file -> file.isDataGroup() && file.dataGroupNumber() == number);
  }

  private static Optional<LdsFile> first(Predicate<LdsFile> wanted) {
    for (LdsFile file : values()) {
      if (wanted.test(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
