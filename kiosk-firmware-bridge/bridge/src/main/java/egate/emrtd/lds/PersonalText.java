package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * A text about the traveller or another person, as a data group holds it. Personal data: it has no
 * string form.
 */
public final class PersonalText {
  /** Longer than any name or address, and than a custody note. */
  private static final int BYTES_MAX = 8_192;

  private static final String SEPARATOR = "<";

  private final String characters;

  private PersonalText(String characters) {
    this.characters = characters;
  }

  /** UTF-8, as all optional details are (Doc 9303-10 section 4.7.11). */
  static PersonalText utf8(Tlv object) throws MalformedDataException {
    if (object.length() > BYTES_MAX) {
      throw new MalformedDataException("text of " + object.length() + " bytes");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(object.value());
      return new PersonalText(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedDataException("text that is not UTF-8");
    }
  }

  /** Exactly so many digits; some issuers pack two into a byte, which is taken as well. */
  static PersonalText digits(Tlv object, int count) throws MalformedDataException {
    if (object.length() != count && object.length() != count / 2) {
      throw new MalformedDataException("date of " + object.length() + " bytes");
    }
    String digits =
        object.length() == count
            ? new String(object.value(), StandardCharsets.US_ASCII)
            : HexFormat.of().formatHex(object.value());
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new MalformedDataException("date that is not digits");
    }
    return new PersonalText(digits);
  }

  /** Its characters; what is made of them is personal data again. */
  public String characters() {
    return characters;
  }

  /** The parts between fillers: lines of an address, or primary and secondary identifiers. */
  public List<String> parts() {
    return List.of(characters.split(SEPARATOR, -1));
  }

  @Override
  public String toString() {
    return "PersonalText";
  }
}
