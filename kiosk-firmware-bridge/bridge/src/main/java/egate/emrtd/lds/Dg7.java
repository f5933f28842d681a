package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.ArrayList;
import java.util.List;

/** DG7: the signature or usual mark as displayed (Doc 9303-10 section 4.7.7). */
public final class Dg7 {
  private static final int COUNT = 0x02;
  private static final int SIGNATURE = 0x5F43;
  private static final int SIGNATURES_MAX = 9;

  private Dg7() {}

  /** The signatures in their order, 1..9. */
  public static List<EncodedImage> parse(byte[] file) throws MalformedDataException {
    Tlv group = Tlv.parse(file).expect(LdsFile.DG7.tag());
    List<EncodedImage> images = new ArrayList<>();
    for (Tlv child : group.children()) {
      if (child.tag() == SIGNATURE) {
        images.add(PrintedImage.parse(child));
      }
    }
    byte[] count = group.child(COUNT).value();
    boolean counted = count.length == 1 && count[0] == images.size();
    if (!counted || images.isEmpty() || images.size() > SIGNATURES_MAX) {
      throw new MalformedDataException(
          "DG7 holds " + images.size() + " signatures and claims another number");
    }
    return images;
  }
}
