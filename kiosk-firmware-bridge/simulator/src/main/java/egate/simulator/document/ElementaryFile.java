package egate.simulator.document;

import java.util.Optional;

/**
 * The files that a simulated chip may hold: two of the master file, then those of the LDS
 * application (Doc 9303-10 sections 3.11 and 4).
 */
public enum ElementaryFile {
  CARD_ACCESS(0x011C, 0x31),
  CARD_SECURITY(0x011D, 0x30),
  COM(0x011E, 0x60),
  SOD(0x011D, 0x77),
  /** In the application of chips with terminal authentication (BSI TR-03110-3 A.7.2.1). */
  CVCA(0x011C, 0x42),
  DG1(0x0101, 0x61),
  DG2(0x0102, 0x75),
  DG3(0x0103, 0x63),
  DG4(0x0104, 0x76),
  DG7(0x0107, 0x67),
  DG11(0x010B, 0x6B),
  DG12(0x010C, 0x6C),
  DG13(0x010D, 0x6D),
  DG14(0x010E, 0x6E),
  DG15(0x010F, 0x6F),
  DG16(0x0110, 0x70);

  private final int identifier;
  private final int tag;

  ElementaryFile(int identifier, int tag) {
    this.identifier = identifier;
    this.tag = tag;
  }

  /** The file identifier; its low byte is the short one. */
  public int identifier() {
    return identifier;
  }

  /** The tag that the file's contents begin with. */
  public int tag() {
    return tag;
  }

  /** Whether it lies in the LDS application; in the master file otherwise. */
  public boolean isOfApplication() {
    return compareTo(COM) >= 0;
  }

  /** The data group's number, 1..16, or zero for the others. */
  public int dataGroup() {
    return compareTo(DG1) < 0 ? 0 : identifier & 0xFF;
  }

  /** The file of the LDS application with this identifier. */
  public static Optional<ElementaryFile> ofIdentifier(int identifier) {
    return ofIdentifier(identifier, true);
  }

  /** As the other, in the application or in the master file. */
  public static Optional<ElementaryFile> ofIdentifier(int identifier, boolean ofApplication) {
    for (ElementaryFile file : values()) {
      if (file.identifier == identifier && file.isOfApplication() == ofApplication) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
