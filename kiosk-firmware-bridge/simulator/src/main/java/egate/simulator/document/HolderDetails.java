package egate.simulator.document;

import egate.emrtd.lds.Dg11.Detail;
import egate.emrtd.lds.EncodedImage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What DG11 says of a holder (Doc 9303-10 section 4.7.11). Personal data: it has no string form.
 *
 * @param texts any of them may be missing
 * @param otherNames at most 32; none leaves their set out
 * @param proofOfCitizenship JPEG or JPEG 2000
 */
public record HolderDetails(
    Map<Detail, String> texts,
    List<String> otherNames,
    Optional<LocalDate> dateOfBirth,
    Optional<EncodedImage> proofOfCitizenship) {
  private static final int OTHER_NAME = 0x5F0F;
  private static final int DATE_OF_BIRTH = 0x5F2B;
  private static final int PROOF_OF_CITIZENSHIP = 0x5F16;

  /** DG11. */
  public byte[] encode() {
    DetailObjects objects = new DetailObjects();
    objects.texts(Detail.values(), texts, HolderDetails::tag);
    objects.set(OTHER_NAME, otherNames);
    dateOfBirth.ifPresent(
        date -> objects.text(DATE_OF_BIRTH, date.format(DateTimeFormatter.BASIC_ISO_DATE)));
    proofOfCitizenship.ifPresent(image -> objects.bytes(PROOF_OF_CITIZENSHIP, image.bytes()));
    return objects.encode(ElementaryFile.DG11);
  }

  private static int tag(Detail detail) {
    return switch (detail) {
      case NAME -> 0x5F0E;
      case PERSONAL_NUMBER -> 0x5F10;
      case PLACE_OF_BIRTH -> 0x5F11;
      case TELEPHONE -> 0x5F12;
      case PROFESSION -> 0x5F13;
      case TITLE -> 0x5F14;
      case PERSONAL_SUMMARY -> 0x5F15;
      case OTHER_DOCUMENT_NUMBERS -> 0x5F17;
      case CUSTODY -> 0x5F18;
      case ADDRESS -> 0x5F42;
    };
  }

  @Override
  public String toString() {
    return "HolderDetails";
  }
}
