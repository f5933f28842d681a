package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data objects of a group of optional details, DG11 or DG12: a list of tags, then the objects.
 * Personal data: it has no string form.
 *
 * <p>The list is checked for its form alone. Doc 9303-10 leaves open how it names the objects
 * inside a set, so no two issuers need agree. Unknown objects are passed over; none occurs twice.
 */
final class DetailObjects {
  private static final int TAG_LIST = 0x5C;
  private static final int SET = 0xA0;
  private static final int COUNT = 0x02;
  private static final int LONG_TAG = 0x1F;

  /** As many other names or persons as one byte of a sensible issuer counts. */
  private static final int SET_MAX = 32;

  private final Map<Integer, Tlv> objects = new HashMap<>();

  private DetailObjects(Tlv group) throws MalformedDataException {
    for (Tlv object : group.children()) {
      if (objects.put(object.tag(), object) != null) {
        throw new MalformedDataException("detail that occurs twice");
      }
    }
    requireTagList(required(TAG_LIST).value());
  }

  static DetailObjects parse(byte[] file, LdsFile expected) throws MalformedDataException {
    return new DetailObjects(Tlv.parse(file).expect(expected.tag()));
  }

  Optional<PersonalText> text(int tag) throws MalformedDataException {
    Tlv object = objects.get(tag);
    return object == null ? Optional.empty() : Optional.of(PersonalText.utf8(object));
  }

  Optional<PersonalText> digits(int tag, int count) throws MalformedDataException {
    Tlv object = objects.get(tag);
    return object == null ? Optional.empty() : Optional.of(PersonalText.digits(object, count));
  }

  Optional<EncodedImage> image(int tag) throws MalformedDataException {
    Tlv object = objects.get(tag);
    return object == null ? Optional.empty() : Optional.of(PrintedImage.parse(object));
  }

  /** The texts of the set of further names or persons; it says itself how many there are. */
  List<PersonalText> set(int member) throws MalformedDataException {
    Tlv set = objects.get(SET);
    if (set == null) {
      return List.of();
    }
    List<PersonalText> texts = new ArrayList<>();
    for (Tlv object : set.children()) {
      if (object.tag() == member) {
        texts.add(PersonalText.utf8(object));
      }
    }
    byte[] count = set.child(COUNT).value();
    if (count.length != 1 || count[0] != texts.size() || texts.size() > SET_MAX) {
      throw new MalformedDataException("set of " + texts.size() + " that claims another number");
    }
    return texts;
  }

  private Tlv required(int tag) throws MalformedDataException {
    Tlv object = objects.get(tag);
    if (object == null) {
      throw new MalformedDataException("no data object " + Integer.toHexString(tag));
    }
    return object;
  }

  private static void requireTagList(byte[] tags) throws MalformedDataException {
    for (int at = 0; at < tags.length; at++) {
      boolean goesOn = (tags[at] & LONG_TAG) == LONG_TAG;
      if (goesOn && (++at == tags.length || tags[at] < 0)) {
        throw new MalformedDataException("tag list is cut off or holds a tag of three bytes");
      }
    }
  }

  @Override
  public String toString() {
    return "DetailObjects";
  }
}
