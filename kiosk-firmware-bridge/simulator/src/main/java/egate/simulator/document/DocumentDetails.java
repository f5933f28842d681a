package egate.simulator.document;

import egate.emrtd.lds.Dg12.Detail;
import egate.emrtd.lds.EncodedImage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What DG12 says of a document (Doc 9303-10 section 4.7.12). Personal data: it has no string form.
 *
 * @param texts any of them may be missing
 * @param otherPersons at most 32; none leaves their set out
 * @param packed whether dates are stored two digits a byte, as some issuers do
 * @param front JPEG or JPEG 2000
 */
public record DocumentDetails(
    Map<Detail, String> texts,
    List<String> otherPersons,
    Optional<LocalDate> dateOfIssue,
    Optional<LocalDateTime> personalizedAt,
    boolean packed,
    Optional<EncodedImage> front,
    Optional<EncodedImage> rear) {
  private static final int OTHER_PERSON = 0x5F1A;
  private static final int DATE_OF_ISSUE = 0x5F26;
  private static final int PERSONALIZED_AT = 0x5F55;
  private static final int FRONT = 0x5F1D;
  private static final int REAR = 0x5F1E;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  /** DG12. */
  public byte[] encode() {
    DetailObjects objects = new DetailObjects();
    objects.texts(Detail.values(), texts, DocumentDetails::tag);
    objects.set(OTHER_PERSON, otherPersons);
    dateOfIssue.ifPresent(
        date ->
            objects.bytes(DATE_OF_ISSUE, digits(date.format(DateTimeFormatter.BASIC_ISO_DATE))));
    personalizedAt.ifPresent(time -> objects.bytes(PERSONALIZED_AT, digits(time.format(TIME))));
    front.ifPresent(image -> objects.bytes(FRONT, image.bytes()));
    rear.ifPresent(image -> objects.bytes(REAR, image.bytes()));
    return objects.encode(ElementaryFile.DG12);
  }

  private byte[] digits(String digits) {
    return packed ? HexFormat.of().parseHex(digits) : DetailObjects.utf8(digits);
  }

  private static int tag(Detail detail) {
    return switch (detail) {
      case ISSUING_AUTHORITY -> 0x5F19;
      case ENDORSEMENTS -> 0x5F1B;
      case TAX_OR_EXIT_REQUIREMENTS -> 0x5F1C;
      case PERSONALIZATION_SYSTEM -> 0x5F56;
    };
  }

  @Override
  public String toString() {
    return "DocumentDetails";
  }
}
