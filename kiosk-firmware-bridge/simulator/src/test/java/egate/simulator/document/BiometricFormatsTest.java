package egate.simulator.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.Dg3;
import egate.emrtd.lds.Dg4;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inspection system's parsers find in either generation what was put into it. */
class BiometricFormatsTest {
  private static final Set<Format> FACES = Set.of(Format.JPEG, Format.JPEG_2000);

  @ParameterizedTest
  @EnumSource
  void facesAreThose(BiometricFormat generation) throws Exception {
    for (Format format : FACES) {
      EncodedImage face = image(format);
      List<EncodedImage> found = Dg2.parse(LogicalDataStructure.dg2(face, generation));
      assertEquals(1, found.size());
      assertSame(face, found.getFirst(), true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fingersAreThose(BiometricFormat generation) throws Exception {
    Format other = generation == BiometricFormat.ISO_19794 ? Format.JPEG : Format.PNG;
    for (Format format : List.of(Format.RAW_GREY, Format.WSQ, Format.JPEG_2000, other)) {
      EncodedImage finger = image(format);
      List<FingerImage> found = Dg3.parse(LogicalDataStructure.dg3(finger, generation));
      assertEquals(1, found.size());
      assertEquals(2, found.getFirst().position());
      assertSame(finger, found.getFirst().image(), saysSize(generation, format));
    }
  }

  @ParameterizedTest
  @EnumSource
  void irisesAreThose(BiometricFormat generation) throws Exception {
    for (Format format : List.of(Format.RAW_GREY, Format.JPEG_2000)) {
      EncodedImage iris = image(format);
      List<IrisImage> found = Dg4.parse(LogicalDataStructure.dg4(iris, generation));
      assertEquals(1, found.size());
      assertEquals(1, found.getFirst().eye());
      assertSame(iris, found.getFirst().image(), saysSize(generation, format));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTruncationIsRefused(BiometricFormat generation) {
    byte[] file = LogicalDataStructure.dg3(image(Format.PNG), generation);
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(MalformedDataException.class, () -> Dg3.parse(cut));
    }
  }

  /** Blocks of fingers and irises name no size; raw pixels bring their own. */
  private static boolean saysSize(BiometricFormat generation, Format format) {
    return generation == BiometricFormat.ISO_19794 || format == Format.RAW_GREY;
  }

  private static EncodedImage image(Format format) {
    byte[] bytes = new byte[20 * 15];
    Arrays.fill(bytes, (byte) format.ordinal());
    return new EncodedImage(format, 20, 15, bytes);
  }

  private static void assertSame(EncodedImage expected, EncodedImage found, boolean sized) {
    assertEquals(expected.format(), found.format());
    assertEquals(sized ? expected.width() : 0, found.width());
    assertEquals(sized ? expected.height() : 0, found.height());
    assertArrayEquals(expected.bytes(), found.bytes());
  }
}
