package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A SEQUENCE of ISO/IEC 39794, whose elements carry the context tags [0], [1], ... implicitly.
 *
 * <p>Each number occurs once. Numbers that nobody asks for are extensions, which the standard lets
 * a later version add.
 */
final class TaggedBlock {
  private static final int PRIMITIVE = 0x80;
  private static final int CONSTRUCTED = 0xA0;
  private static final int CLASS_MASK = 0xC0;
  private static final int NUMBER_MASK = 0x1F;

  /** A CHOICE is either a code or a block whose first element is the code to fall back to. */
  private static final int CODE = 0;

  private static final int EXTENSION = 1;
  private static final int FALLBACK = 0;

  private static final int INTEGER_BYTES_MAX = 4;

  private final Map<Integer, Tlv> elements = new HashMap<>();

  private TaggedBlock(Tlv sequence) throws MalformedDataException {
    for (Tlv element : sequence.children()) {
      if (element.tag() > 0xFF || (element.tag() & CLASS_MASK) != PRIMITIVE) {
        throw new MalformedDataException("block with an element that has no context tag");
      }
      if (elements.put(element.tag() & NUMBER_MASK, element) != null) {
        throw new MalformedDataException("block with an element that occurs twice");
      }
    }
  }

  /** The elements of a data object, whatever its own tag is. */
  static TaggedBlock of(Tlv sequence) throws MalformedDataException {
    return new TaggedBlock(sequence);
  }

  /** A constructed element, as it stands. */
  Tlv part(int number) throws MalformedDataException {
    return element(number).expect(CONSTRUCTED | number);
  }

  TaggedBlock block(int number) throws MalformedDataException {
    return of(part(number));
  }

  Optional<TaggedBlock> optionalBlock(int number) throws MalformedDataException {
    return elements.containsKey(number) ? Optional.of(block(number)) : Optional.empty();
  }

  byte[] octets(int number) throws MalformedDataException {
    return element(number).expect(PRIMITIVE | number).value();
  }

  /** An INTEGER or ENUMERATED in the range. */
  int number(int number, int min, int max) throws MalformedDataException {
    byte[] value = octets(number);
    if (value.length < 1 || value.length > INTEGER_BYTES_MAX) {
      throw new MalformedDataException("number of " + value.length + " bytes");
    }
    int found = value[0]; // with its sign
    for (int i = 1; i < value.length; i++) {
      found = found << 8 | Byte.toUnsignedInt(value[i]);
    }
    if (found < min || found > max) {
      throw new MalformedDataException("number beyond " + min + ".." + max);
    }
    return found;
  }

  /** The code of an element that is a CHOICE of a code and its extension. */
  int code(int number, int max) throws MalformedDataException {
    TaggedBlock choice = block(number);
    if (choice.elements.size() != 1) {
      throw new MalformedDataException("a choice that is not one element");
    }
    return choice.elements.containsKey(CODE)
        ? choice.number(CODE, 0, max)
        : choice.block(EXTENSION).number(FALLBACK, 0, max);
  }

  private Tlv element(int number) throws MalformedDataException {
    Tlv element = elements.get(number);
    if (element == null) {
      throw new MalformedDataException("block without element " + number);
    }
    return element;
  }
}
