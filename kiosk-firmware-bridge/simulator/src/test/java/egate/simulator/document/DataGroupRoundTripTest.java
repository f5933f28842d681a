package egate.simulator.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.Dg11;
import egate.emrtd.lds.Dg12;
import egate.emrtd.lds.Dg13;
import egate.emrtd.lds.Dg16;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.Dg3;
import egate.emrtd.lds.Dg4;
import egate.emrtd.lds.Dg7;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import egate.emrtd.lds.PersonToNotify;
import egate.emrtd.lds.PersonalText;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the simulator puts into a data group, drawn from many seeds, the inspection system's parsers
 * find in it; and they refuse every truncation of it.
 */
class DataGroupRoundTripTest {
  private static final int SEEDS = 300;

  private interface Parser {
    Object parse(byte[] file) throws MalformedDataException;
  }

  private interface Trip {
    void take(RandomImages random, int seed) throws Exception;
  }

  private static Particulars particulars(int seed) {
    return new Particulars(new SplittableRandom(seed));
  }

  private static void overSeeds(Trip trip) {
    for (int seed = 0; seed < SEEDS; seed++) {
      try {
        trip.take(new RandomImages(seed), seed);
      } catch (Exception | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  /** Every truncation of the first seeds' files; the others' would be much of the same. */
  private static void refusesTruncations(int seed, byte[] file, Parser parser) {
    for (int length = 0; seed < 20 && length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(MalformedDataException.class, () -> parser.parse(cut));
    }
  }

  @Test
  void dg1() {
    overSeeds(
        (random, seed) -> {
          MrzLines mrz =
              MrzLines.passport(
                  "UTO", Holder.of(seed, SampleDocuments.TODAY), SampleDocuments.TODAY);
          byte[] file = LogicalDataStructure.dg1(mrz);
          assertArrayEquals(mrz.bytes(), Dg1.parse(file).text());
          refusesTruncations(seed, file, Dg1::parse);
        });
  }

  @ParameterizedTest
  @EnumSource
  void dg2(BiometricFormat format) {
    overSeeds(
        (random, seed) -> {
          List<EncodedImage> faces = random.faces();
          byte[] file = BiometricDataGroups.dg2(faces, format);
          List<EncodedImage> found = Dg2.parse(file);
          assertImages(faces, found, true);
          refusesTruncations(seed, file, Dg2::parse);
        });
  }

  @ParameterizedTest
  @EnumSource
  void dg3(BiometricFormat format) {
    overSeeds(
        (random, seed) -> {
          List<FingerImage> fingers = random.fingers(format);
          byte[] file = BiometricDataGroups.dg3(fingers, format);
          List<FingerImage> found = Dg3.parse(file);
          assertEquals(
              fingers.stream().map(FingerImage::position).toList(),
              found.stream().map(FingerImage::position).toList());
          assertImages(
              fingers.stream().map(FingerImage::image).toList(),
              found.stream().map(FingerImage::image).toList(),
              format == BiometricFormat.ISO_19794);
          refusesTruncations(seed, file, Dg3::parse);
        });
  }

  @ParameterizedTest
  @EnumSource
  void dg4(BiometricFormat format) {
    overSeeds(
        (random, seed) -> {
          List<IrisImage> irises = random.irises(format);
          byte[] file = BiometricDataGroups.dg4(irises, format);
          List<IrisImage> found = Dg4.parse(file);
          assertEquals(
              irises.stream().map(IrisImage::eye).toList(),
              found.stream().map(IrisImage::eye).toList());
          assertImages(
              irises.stream().map(IrisImage::image).toList(),
              found.stream().map(IrisImage::image).toList(),
              format == BiometricFormat.ISO_19794);
          refusesTruncations(seed, file, Dg4::parse);
        });
  }

  @Test
  void dg7() {
    overSeeds(
        (random, seed) -> {
          List<EncodedImage> signatures = particulars(seed).signatures();
          byte[] file = LogicalDataStructure.dg7(signatures);
          assertImages(signatures, Dg7.parse(file), false);
          refusesTruncations(seed, file, Dg7::parse);
        });
  }

  @Test
  void dg11() {
    overSeeds(
        (random, seed) -> {
          HolderDetails put = particulars(seed).holderDetails();
          byte[] file = put.encode();
          Dg11 found = Dg11.parse(file);
          for (Dg11.Detail detail : Dg11.Detail.values()) {
            assertEquals(Optional.ofNullable(put.texts().get(detail)), text(found.detail(detail)));
          }
          assertEquals(put.otherNames(), texts(found.otherNames()));
          assertEquals(
              put.dateOfBirth().map(date -> date.format(DateTimeFormatter.BASIC_ISO_DATE)),
              text(found.dateOfBirth()));
          assertImages(list(put.proofOfCitizenship()), list(found.proofOfCitizenship()), false);
          refusesTruncations(seed, file, Dg11::parse);
        });
  }

  @Test
  void dg12() {
    overSeeds(
        (random, seed) -> {
          DocumentDetails put = particulars(seed).documentDetails();
          byte[] file = put.encode();
          Dg12 found = Dg12.parse(file);
          for (Dg12.Detail detail : Dg12.Detail.values()) {
            assertEquals(Optional.ofNullable(put.texts().get(detail)), text(found.detail(detail)));
          }
          assertEquals(put.otherPersons(), texts(found.otherPersons()));
          assertEquals(
              put.dateOfIssue().map(date -> date.format(DateTimeFormatter.BASIC_ISO_DATE)),
              text(found.dateOfIssue()));
          assertEquals(
              put.personalizedAt()
                  .map(time -> time.format(DateTimeFormatter.ofPattern("uuuuMMddHHmmss"))),
              text(found.personalizedAt()));
          assertImages(list(put.front()), list(found.front()), false);
          assertImages(list(put.rear()), list(found.rear()), false);
          refusesTruncations(seed, file, Dg12::parse);
        });
  }

  @Test
  void dg13() {
    overSeeds(
        (random, seed) -> {
          byte[] put = random.bytes(seed);
          byte[] file = LogicalDataStructure.dg13(put);
          assertArrayEquals(put, Dg13.parse(file));
          refusesTruncations(seed, file, Dg13::parse);
        });
  }

  @Test
  void dg16() {
    overSeeds(
        (random, seed) -> {
          List<Contact> put = particulars(seed).contacts();
          byte[] file = Contact.encode(put);
          List<PersonToNotify> found = Dg16.parse(file);
          assertEquals(put.size(), found.size());
          for (int i = 0; i < put.size(); i++) {
            assertSame(put.get(i), found.get(i));
          }
          refusesTruncations(seed, file, Dg16::parse);
        });
  }

  private static void assertSame(Contact put, PersonToNotify found) {
    assertEquals(
        put.recorded().format(DateTimeFormatter.BASIC_ISO_DATE), found.dateRecorded().characters());
    assertEquals(put.name(), found.name().characters());
    assertEquals(put.telephone(), text(found.telephone()));
    assertEquals(put.address(), text(found.address()));
  }

  /** Whether a size is named: by faces, by records of the older generation, and by raw pixels. */
  private static void assertImages(
      List<EncodedImage> put, List<EncodedImage> found, boolean sizesNamed) {
    assertEquals(put.size(), found.size());
    for (int i = 0; i < put.size(); i++) {
      EncodedImage expected = put.get(i);
      boolean sized = sizesNamed || expected.format() == EncodedImage.Format.RAW_GREY;
      assertEquals(expected.format(), found.get(i).format());
      assertEquals(sized ? expected.width() : 0, found.get(i).width());
      assertEquals(sized ? expected.height() : 0, found.get(i).height());
      assertArrayEquals(expected.bytes(), found.get(i).bytes());
    }
  }

  private static Optional<String> text(Optional<PersonalText> text) {
    return text.map(PersonalText::characters);
  }

  private static List<String> texts(List<PersonalText> texts) {
    return texts.stream().map(PersonalText::characters).toList();
  }

  private static List<EncodedImage> list(Optional<EncodedImage> image) {
    return image.stream().toList();
  }
}
