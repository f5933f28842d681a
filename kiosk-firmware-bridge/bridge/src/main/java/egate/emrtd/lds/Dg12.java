package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DG12: further details of the document (Doc 9303-10 section 4.7.12). Personal data: it has no
 * string form.
 */
public final class Dg12 {
  private static final int OTHER_PERSON = 0x5F1A;
  private static final int DATE_OF_ISSUE = 0x5F26;
  private static final int PERSONALIZED_AT = 0x5F55;
  private static final int FRONT = 0x5F1D;
  private static final int REAR = 0x5F1E;

  /** YYYYMMDD. */
  private static final int DATE_DIGITS = 8;

  /** YYYYMMDDhhmmss. */
  private static final int TIME_DIGITS = 14;

  /** The details that are texts. */
  public enum Detail {
    ISSUING_AUTHORITY(0x5F19),
    ENDORSEMENTS(0x5F1B),
    TAX_OR_EXIT_REQUIREMENTS(0x5F1C),
    PERSONALIZATION_SYSTEM(0x5F56);

    private final int tag;

    Detail(int tag) {
      this.tag = tag;
    }
  }

  private final Map<Detail, PersonalText> details = new EnumMap<>(Detail.class);
  private final List<PersonalText> otherPersons;
  private final Optional<PersonalText> dateOfIssue;
  private final Optional<PersonalText> personalizedAt;
  private final Optional<EncodedImage> front;
  private final Optional<EncodedImage> rear;

  private Dg12(DetailObjects objects) throws MalformedDataException {
    for (Detail detail : Detail.values()) {
      objects.text(detail.tag).ifPresent(text -> details.put(detail, text));
    }
    otherPersons = List.copyOf(objects.set(OTHER_PERSON));
    dateOfIssue = objects.digits(DATE_OF_ISSUE, DATE_DIGITS);
    personalizedAt = objects.digits(PERSONALIZED_AT, TIME_DIGITS);
    front = objects.image(FRONT);
    rear = objects.image(REAR);
  }

  public static Dg12 parse(byte[] file) throws MalformedDataException {
    return new Dg12(DetailObjects.parse(file, LdsFile.DG12));
  }

  public Optional<PersonalText> detail(Detail detail) {
    return Optional.ofNullable(details.get(detail));
  }

  public List<PersonalText> otherPersons() {
    return otherPersons;
  }

  /** Eight digits, YYYYMMDD. */
  public Optional<PersonalText> dateOfIssue() {
    return dateOfIssue;
  }

  /** Fourteen digits, YYYYMMDDhhmmss. */
  public Optional<PersonalText> personalizedAt() {
    return personalizedAt;
  }

  /** The page with the printed lines, as the issuer scanned it. */
  public Optional<EncodedImage> front() {
    return front;
  }

  public Optional<EncodedImage> rear() {
    return rear;
  }

  @Override
  public String toString() {
    return "Dg12";
  }
}
