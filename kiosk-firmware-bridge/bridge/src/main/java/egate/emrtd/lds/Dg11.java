package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DG11: further details of the holder (Doc 9303-10 section 4.7.11). Personal data: it has no string
 * form.
 */
public final class Dg11 {
  private static final int OTHER_NAME = 0x5F0F;
  private static final int BIRTH_DATE = 0x5F2B;
  private static final int PROOF_OF_CITIZENSHIP = 0x5F16;

  /** YYYYMMDD; unknown parts are zeros. */
  private static final int DATE_DIGITS = 8;

  /** The details that are texts. */
  public enum Detail {
    /** Primary and secondary identifiers in full, as the national alphabet writes them. */
    NAME(0x5F0E),
    PERSONAL_NUMBER(0x5F10),
    PLACE_OF_BIRTH(0x5F11),
    TELEPHONE(0x5F12),
    PROFESSION(0x5F13),
    TITLE(0x5F14),
    PERSONAL_SUMMARY(0x5F15),
    OTHER_DOCUMENT_NUMBERS(0x5F17),
    CUSTODY(0x5F18),
    ADDRESS(0x5F42);

    private final int tag;

    Detail(int tag) {
      this.tag = tag;
    }
  }

  private final Map<Detail, PersonalText> details = new EnumMap<>(Detail.class);
  private final List<PersonalText> otherNames;
  private final Optional<PersonalText> dateOfBirth;
  private final Optional<EncodedImage> proofOfCitizenship;

  private Dg11(DetailObjects objects) throws MalformedDataException {
    for (Detail detail : Detail.values()) {
      objects.text(detail.tag).ifPresent(text -> details.put(detail, text));
    }
    otherNames = List.copyOf(objects.set(OTHER_NAME));
    dateOfBirth = objects.digits(BIRTH_DATE, DATE_DIGITS);
    proofOfCitizenship = objects.image(PROOF_OF_CITIZENSHIP);
  }

  public static Dg11 parse(byte[] file) throws MalformedDataException {
    return new Dg11(DetailObjects.parse(file, LdsFile.DG11));
  }

  public Optional<PersonalText> detail(Detail detail) {
    return Optional.ofNullable(details.get(detail));
  }

  public List<PersonalText> otherNames() {
    return otherNames;
  }

  /** Eight digits, YYYYMMDD. */
  public Optional<PersonalText> dateOfBirth() {
    return dateOfBirth;
  }

  public Optional<EncodedImage> proofOfCitizenship() {
    return proofOfCitizenship;
  }

  @Override
  public String toString() {
    return "Dg11";
  }
}
