package egate.bridge.reader;

import egate.bridge.serial.FrameParser;
import java.util.List;

/**
 * One vendor's way of framing the lines of an MRZ. A frame is the lines as the reader saw them, top
 * first; whether they make an MRZ is not judged here. Its implementations are pure.
 */
public interface MrzFramer extends FrameParser<List<String>> {

  /** What the host must send to be told of a document; empty when the reader speaks by itself. */
  byte[] inquiry();

  /**
   * The framer of a driver name in the hardware profile.
   *
   * @throws IllegalArgumentException for a name that no framer has
   */
  static MrzFramer named(String driver) {
    return switch (driver) {
      case "soh-ou" -> new SohOuFramer();
      case "i-49" -> new InquiryFramer();
      default -> throw new IllegalArgumentException("no MRZ reader speaks " + driver);
    };
  }
}
