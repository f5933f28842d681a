package egate.simulator.document;

import java.util.Optional;

/** The files of the LDS application that a simulated chip may hold (Doc 9303-10 section 4). */
public enum ElementaryFile {
  COM(0x011E, 0x60),
  SOD(0x011D, 0x77),
  DG1(0x0101, 0x61),
  DG2(0x0102, 0x75),
  DG3(0x0103, 0x63),
  DG14(0x010E, 0x6E),
  DG15(0x010F, 0x6F);

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

  /** The data group's number, 1..16, or zero for EF.COM and EF.SOD. */
  public int dataGroup() {
    return this == COM || this == SOD ? 0 : identifier & 0xFF;
  }

  public static Optional<ElementaryFile> ofIdentifier(int identifier) {
    for (ElementaryFile file : values()) {
      if (file.identifier == identifier) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
