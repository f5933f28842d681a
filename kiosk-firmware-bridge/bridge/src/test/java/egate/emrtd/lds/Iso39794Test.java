package egate.emrtd.lds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Iso39794Test {
  private static final byte[] MAP = LdsSamples.ascii("P5 3\t2\n255\nabcdef");

  @Test
  void dg2HoldsAFaceOfTheNewGeneration() throws Exception {
    EncodedImage face = Dg2.parse(LdsSamples.dg2Iso39794()).getFirst();
    assertEquals(EncodedImage.Format.JPEG, face.format());
    assertEquals(300, face.width());
    assertEquals(400, face.height());
    assertArrayEquals(LdsSamples.ascii("a face"), face.bytes());
  }

  @Test
  void dg3HoldsFingersOfTheNewGeneration() throws Exception {
    List<FingerImage> fingers = Dg3.parse(LdsSamples.dg3Iso39794(2, 7));
    assertEquals(List.of(2, 7), fingers.stream().map(FingerImage::position).toList());
    EncodedImage image = fingers.get(1).image();
    assertEquals(EncodedImage.Format.RAW_GREY, image.format());
    assertEquals(3, image.width());
    assertEquals(2, image.height());
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 7}, image.bytes());
  }

  @Test
  void fingersComeInEveryFormatOfTheStandard() throws Exception {
    EncodedImage.Format[] formats = {
      EncodedImage.Format.RAW_GREY,
      EncodedImage.Format.WSQ,
      EncodedImage.Format.JPEG_2000,
      EncodedImage.Format.JPEG_2000,
      EncodedImage.Format.PNG
    };
    for (int code = 0; code < formats.length; code++) {
      byte[] file = LdsSamples.group39794(0x63, 4, LdsSamples.finger(1, code, MAP));
      assertEquals(formats[code], Dg3.parse(file).getFirst().image().format());
    }
    refused(LdsSamples.finger(1, formats.length, MAP));
  }

  @Test
  void dg4HoldsIrisesOfBothGenerations() throws Exception {
    IrisImage old = Dg4.parse(LdsSamples.dg4()).getFirst();
    assertEquals(1, old.eye());
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6}, old.image().bytes());
    IrisImage current = Dg4.parse(LdsSamples.dg4Iso39794()).getFirst();
    assertEquals(2, current.eye());
    assertEquals(EncodedImage.Format.PNG, current.image().format());
    assertEquals("IrisImage", current.toString());
  }

  @Test
  void refusesRawIrisesThatContradictThemselves() {
    byte[] deep = LdsSamples.group(0x76, LdsSamples.iris(2, 24));
    byte[] lossless = LdsSamples.group(0x76, LdsSamples.iris(0x0A, 8));
    assertThrows(MalformedDataException.class, () -> Dg4.parse(deep));
    assertThrows(MalformedDataException.class, () -> Dg4.parse(lossless));
  }

  @Test
  void passesOverExtensionsAndRefusesRepetitions() {
    byte[] finger = LdsSamples.finger(2, 0, MAP);
    byte[] content = Arrays.copyOfRange(finger, 2, finger.length);
    byte[] extension = Tlv.encode(0x9E, new byte[] {1});
    assertDoesNotThrow(() -> parse(Tlv.encode(0x30, content, extension)));
    refused(Tlv.encode(0x30, content, extension, extension));
    refused(Tlv.encode(0x30, content, Tlv.encode(0x04, new byte[] {1})));
  }

  @Test
  void refusesWhatTheProfileDoesNotKnow() {
    refused(LdsSamples.finger(13, 0, MAP)); // four fingers at once
    refused(LdsSamples.finger(2, 0, new byte[0]));
    refused(new byte[0]); // no representation
    byte[] finger = LdsSamples.finger(2, 0, MAP);
    byte[] foreign = LdsSamples.group39794(0x63, 5, finger);
    assertThrows(MalformedDataException.class, () -> Dg3.parse(foreign));
    byte[] many = {};
    for (int i = 0; i < 17; i++) {
      many = LdsSamples.join(many, finger);
    }
    refused(many);
  }

  @Test
  void greyMapsAreExact() {
    for (String map :
        List.of(
            "P2 3 2 255 abcdef",
            "P5 3 2 255 abcde",
            "P5 3 2 255 abcdefg",
            "P5 3 2 65535 abcdef",
            "P5 0 2 255 ",
            "P5 99999999999 2 255 ab",
            "P532 255 abcdef",
            "P5 #x\n3 2 255 abcdef",
            "P5 3 2 255")) {
      refused(LdsSamples.finger(2, 0, LdsSamples.ascii(map)));
    }
  }

  private static void refused(byte[] representations) {
    assertThrows(MalformedDataException.class, () -> parse(representations));
  }

  private static void parse(byte[] representations) throws MalformedDataException {
    Dg3.parse(LdsSamples.group39794(0x63, 4, representations));
  }
}
