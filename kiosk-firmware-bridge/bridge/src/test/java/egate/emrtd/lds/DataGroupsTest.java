package egate.emrtd.lds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataGroupsTest {
  private static final String MRZ =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

  private interface Parser {
    Object parse(byte[] file) throws MalformedDataException;
  }

  @Test
  void efComListsDataGroups() throws Exception {
    assertEquals(
        Set.of(LdsFile.DG1, LdsFile.DG2, LdsFile.DG14),
        EfCom.parse(LdsSamples.efCom(LdsFile.DG1, LdsFile.DG2, LdsFile.DG14)).dataGroups());
  }

  @Test
  void dg1HoldsTheMrz() throws Exception {
    assertTrue(Dg1.parse(LdsSamples.dg1(MRZ)).checkDigitsHold());
  }

  @Test
  void dg2HoldsFaces() throws Exception {
    List<EncodedImage> faces = Dg2.parse(LdsSamples.dg2());
    assertEquals(2, faces.size());
    assertEquals(EncodedImage.Format.JPEG, faces.get(0).format());
    assertArrayEquals(LdsSamples.ascii("firstone"), faces.get(0).bytes());
    assertEquals(EncodedImage.Format.JPEG_2000, faces.get(1).format());
    assertArrayEquals(LdsSamples.ascii("secondon"), faces.get(1).bytes());
    assertEquals(300, faces.get(1).width());
    assertEquals(400, faces.get(1).height());
  }

  @Test
  void dg3HoldsFingersInOneTemplateEach() throws Exception {
    assertFingers(Dg3.parse(LdsSamples.dg3(2, 7)));
  }

  @Test
  void dg3HoldsSeveralFingersInOneTemplate() throws Exception {
    assertFingers(Dg3.parse(LdsSamples.group(0x63, LdsSamples.fingers(0, 2, 7))));
  }

  private static void assertFingers(List<FingerImage> fingers) {
    assertEquals(List.of(2, 7), fingers.stream().map(FingerImage::position).toList());
    EncodedImage left = fingers.get(1).image();
    assertEquals(EncodedImage.Format.RAW_GREY, left.format());
    assertArrayEquals(new byte[] {10, 20, 30, 40, 50, 7}, left.bytes());
    assertEquals(3, left.width());
    assertEquals(2, left.height());
  }

  @Test
  void dg3NamesEveryCompression() throws Exception {
    EncodedImage.Format[] formats = {
      EncodedImage.Format.RAW_GREY,
      null,
      EncodedImage.Format.WSQ,
      EncodedImage.Format.JPEG,
      EncodedImage.Format.JPEG_2000,
      EncodedImage.Format.PNG,
      null
    };
    for (int code = 0; code < formats.length; code++) {
      byte[] file = LdsSamples.group(0x63, LdsSamples.fingers(code, 2));
      if (formats[code] == null) {
        assertThrows(MalformedDataException.class, () -> Dg3.parse(file));
      } else {
        assertEquals(formats[code], Dg3.parse(file).getFirst().image().format());
      }
    }
  }

  @Test
  void dg3MayBeEmpty() throws Exception {
    assertEquals(List.of(), Dg3.parse(LdsSamples.dg3()));
  }

  @Test
  void refusesRecordsThatContradictThemselves() {
    byte[] raw = LdsSamples.fingers(0, 2);
    raw[42] = 4; // width 4 for 3 columns of pixels
    byte[] faces = LdsSamples.dg2();
    faces[faces.length - 37]++; // the second face's block is longer than the record
    assertThrows(MalformedDataException.class, () -> Dg3.parse(LdsSamples.group(0x63, raw)));
    assertThrows(MalformedDataException.class, () -> Dg2.parse(faces));
    assertThrows(MalformedDataException.class, () -> Dg2.parse(LdsSamples.group(0x75)));
    assertThrows(
        MalformedDataException.class,
        () -> Dg3.parse(LdsSamples.dg3(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7)));
  }

  @Test
  void everyTruncationIsRefused() {
    refusesTruncations(LdsSamples.efCom(LdsFile.DG1, LdsFile.DG2), EfCom::parse);
    refusesTruncations(LdsSamples.dg1(MRZ), Dg1::parse);
    refusesTruncations(LdsSamples.dg2(), Dg2::parse);
    refusesTruncations(LdsSamples.dg3(2, 7), Dg3::parse);
    refusesTruncations(LdsSamples.dg2Iso39794(), Dg2::parse);
    refusesTruncations(LdsSamples.dg3Iso39794(2, 7), Dg3::parse);
    refusesTruncations(LdsSamples.dg4(), Dg4::parse);
    refusesTruncations(LdsSamples.dg4Iso39794(), Dg4::parse);
    refusesTruncations(LdsSamples.dg7(), Dg7::parse);
    refusesTruncations(LdsSamples.dg11(), Dg11::parse);
    refusesTruncations(LdsSamples.dg12(), Dg12::parse);
    refusesTruncations(LdsSamples.dg13(), Dg13::parse);
    refusesTruncations(LdsSamples.dg16(), Dg16::parse);
  }

  private static void refusesTruncations(byte[] file, Parser parser) {
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(MalformedDataException.class, () -> parser.parse(cut));
    }
  }

  @Test
  void everyTruncatedRecordIsRefused() {
    byte[] fingers = LdsSamples.fingers(0, 2, 7);
    for (int length = 0; length < fingers.length; length++) {
      byte[] cut = LdsSamples.group(0x63, Arrays.copyOf(fingers, length));
      assertThrows(MalformedDataException.class, () -> Dg3.parse(cut));
    }
  }

  @Test
  void changedBytesGiveAResultOrTheParsersOwnException() {
    changes(LdsSamples.efCom(LdsFile.DG1, LdsFile.DG2), EfCom::parse);
    changes(LdsSamples.dg1(MRZ), Dg1::parse);
    changes(LdsSamples.dg2(), Dg2::parse);
    changes(LdsSamples.dg3(2, 7), Dg3::parse);
    changes(LdsSamples.dg2Iso39794(), Dg2::parse);
    changes(LdsSamples.dg3Iso39794(2, 7), Dg3::parse);
    changes(LdsSamples.dg4(), Dg4::parse);
    changes(LdsSamples.dg4Iso39794(), Dg4::parse);
    changes(LdsSamples.dg7(), Dg7::parse);
    changes(LdsSamples.dg11(), Dg11::parse);
    changes(LdsSamples.dg12(), Dg12::parse);
    changes(LdsSamples.dg13(), Dg13::parse);
    changes(LdsSamples.dg16(), Dg16::parse);
  }

  private static void changes(byte[] file, Parser parser) {
    Random random = new Random(11);
    for (int round = 0; round < 5_000; round++) {
      byte[] changed = file.clone();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        parser.parse(changed);
      } catch (MalformedDataException e) {
        // its own exception
      }
    }
  }

  @Test
  void personalDataHasNoStringForm() throws Exception {
    FingerImage finger = Dg3.parse(LdsSamples.dg3(2)).getFirst();
    assertEquals("FingerImage", finger.toString());
    assertEquals("EncodedImage", finger.image().toString());
    assertEquals("Tlv", Tlv.parse(LdsSamples.dg3(2)).toString());
  }
}
