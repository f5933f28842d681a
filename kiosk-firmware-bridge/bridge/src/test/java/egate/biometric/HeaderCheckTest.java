package egate.biometric;

import static egate.biometric.SampleImages.encoded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderCheckTest {
  record Sample(String name, EncodedImage image) {
    Format format() {
      return image.format();
    }

    byte[] bytes() {
      return image.bytes();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() {
    var grey = SampleImages.grey();
    var colour = SampleImages.colour(0x336699);
    return Stream.of(
        new Sample("baseline JPEG", encoded(Format.JPEG, SampleImages.jpeg(grey, false))),
        new Sample("progressive JPEG", encoded(Format.JPEG, SampleImages.jpeg(colour, true))),
        new Sample("PNG", encoded(Format.PNG, SampleImages.png(grey))),
        new Sample("TIFF", encoded(Format.TIFF, SampleImages.tiff(grey))),
        new Sample("JP2", encoded(Format.JPEG_2000, SampleImages.jpeg2000(colour, false))),
        new Sample("codestream", encoded(Format.JPEG_2000, SampleImages.jpeg2000(grey, true))),
        new Sample("WSQ", encoded(Format.WSQ, SampleImages.wsqHeader())));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSoundHeaderTellsTheSize(Sample sample) throws Exception {
    ImageHeader header = ImageDecoder.checkHeader(encoded(sample.format(), sample.bytes()));
    assertEquals(SampleImages.WIDTH, header.width());
    assertEquals(SampleImages.HEIGHT, header.height());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyTruncationIsRefusedOrStillTellsTheSize(Sample sample) {
    for (int length = 0; length < sample.bytes().length; length++) {
      assertRefusedOrWithinLimits(sample.format(), Arrays.copyOf(sample.bytes(), length));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyDamagedByteIsRefusedOrStaysWithinTheLimits(Sample sample) {
    for (int at = 0; at < sample.bytes().length; at++) {
      for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
        byte[] damaged = sample.bytes().clone();
        damaged[at] = (byte) value;
        assertRefusedOrWithinLimits(sample.format(), damaged);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSizeUnlikeTheRecordsIsRefused(Sample sample) {
    var wider = new EncodedImage(sample.format(), 41, 30, sample.bytes());
    var higher = new EncodedImage(sample.format(), 40, 31, sample.bytes());
    assertThrows(ImageUnreadableException.class, () -> ImageDecoder.checkHeader(wider));
    assertThrows(ImageUnreadableException.class, () -> ImageDecoder.checkHeader(higher));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hugeDimensionsAreRefused(Sample sample) {
    byte[] bomb = sample.bytes().clone();
    int at = sizeAt(sample);
    boolean wide = sample.format() == Format.PNG || sample.format() == Format.JPEG_2000;
    for (int i = 0; i < (wide ? 8 : 4); i++) {
      bomb[at + i] = (byte) (wide && i % 4 < 2 ? 0 : 0x7F);
    }
    assertThrows(
        ImageUnreadableException.class,
        () -> ImageDecoder.checkHeader(encoded(sample.format(), bomb)));
  }

  @Test
  void moreThanFourMillionPixelsOfAChipAreRefused() throws Exception {
    ImageLimits.CHIP.require(ImageHeader.claimed(2_000, 2_000, 1));
    ImageHeader more = ImageHeader.claimed(2_001, 2_000, 1);
    ImageHeader longer = ImageHeader.claimed(4_097, 1, 1);
    assertThrows(ImageUnreadableException.class, () -> ImageLimits.CHIP.require(more));
    assertThrows(ImageUnreadableException.class, () -> ImageLimits.CHIP.require(longer));
    assertThrows(ImageUnreadableException.class, () -> ImageHeader.claimed(8_193, 1, 1));
    assertThrows(ImageUnreadableException.class, () -> ImageHeader.claimed(8_000, 8_000, 1));
  }

  @Test
  void aFileOverOneMebibyteIsRefused() {
    byte[] padded = Arrays.copyOf(SampleImages.png(SampleImages.grey()), (1 << 20) + 1);
    assertThrows(
        ImageUnreadableException.class,
        () -> ImageDecoder.checkHeader(encoded(Format.PNG, padded)));
  }

  @Test
  void aJpegOfThousandsOfScansIsRefused() {
    byte[] jpeg = SampleImages.jpeg(SampleImages.grey(), true);
    int scan = indexOf(jpeg, 0xFF, 0xDA);
    var bomb = new ByteArrayOutputStream();
    bomb.write(jpeg, 0, scan);
    for (int i = 0; i < 5_000; i++) {
      bomb.write(jpeg, scan, 2 + jpeg[scan + 3]);
    }
    bomb.write(jpeg, jpeg.length - 2, 2);
    var refusal =
        assertThrows(
            ImageUnreadableException.class,
            () -> ImageDecoder.checkHeader(encoded(Format.JPEG, bomb.toByteArray())));
    assertEquals("JPEG: too many scans", refusal.getMessage());
  }

  @Test
  void aJpeg2000OfManyLayersIsRefused() {
    byte[] codestream = SampleImages.jpeg2000(SampleImages.grey(), true);
    int layers = indexOf(codestream, 0xFF, 0x52) + 6;
    codestream[layers] = 0x7F;
    assertThrows(
        ImageUnreadableException.class,
        () -> ImageDecoder.checkHeader(encoded(Format.JPEG_2000, codestream)));
  }

  @Test
  void aJpeg2000OfManyTilesIsRefused() {
    byte[] codestream = SampleImages.jpeg2000(SampleImages.grey(), true);
    int tileWidth = indexOf(codestream, 0xFF, 0x51) + 22;
    codestream[tileWidth + 3] = 1;
    assertThrows(
        ImageUnreadableException.class,
        () -> ImageDecoder.checkHeader(encoded(Format.JPEG_2000, codestream)));
  }

  @Test
  void aSecondFrameHiddenInAWsqTableIsRefused() {
    byte[] wsq = SampleImages.wsqHeader();
    byte[] twice = Arrays.copyOf(wsq, 2 * wsq.length);
    System.arraycopy(wsq, 0, twice, wsq.length, wsq.length);
    assertThrows(
        ImageUnreadableException.class, () -> ImageDecoder.checkHeader(encoded(Format.WSQ, twice)));
  }

  @Test
  void aSecondCodestreamHiddenInAJp2IsRefused() {
    byte[] jp2 = SampleImages.jpeg2000(SampleImages.grey(), false);
    byte[] twice = Arrays.copyOf(jp2, 2 * jp2.length);
    System.arraycopy(jp2, 0, twice, jp2.length, jp2.length);
    assertThrows(
        ImageUnreadableException.class,
        () -> ImageDecoder.checkHeader(encoded(Format.JPEG_2000, twice)));
  }

  @Test
  void refusalsQuoteNoData() {
    byte[] secret = "P<UTOERIKSSON<<ANNA<MARIA".getBytes(StandardCharsets.US_ASCII);
    for (Format format : Format.values()) {
      var refusal =
          assertThrows(
              ImageUnreadableException.class, () -> ImageDecoder.decode(encoded(format, secret)));
      assertTrue(List.of("ERIK", "UTO", "80").stream().noneMatch(refusal.toString()::contains));
    }
  }

  private static void assertRefusedOrWithinLimits(Format format, byte[] bytes) {
    try {
      ImageHeader header = ImageDecoder.checkHeader(encoded(format, bytes));
      assertTrue(area(header) <= 4_000_000);
    } catch (ImageUnreadableException expected) {
      assertTrue(expected.toString().contains(": "));
    }
  }

  private static int area(ImageHeader header) {
    return header.width() * header.height();
  }

  // Where the file keeps its first dimension.
  private static int sizeAt(Sample sample) {
    return switch (sample.name()) {
      case "baseline JPEG" -> indexOf(sample.bytes(), 0xFF, 0xC0) + 5;
      case "progressive JPEG" -> indexOf(sample.bytes(), 0xFF, 0xC2) + 5;
      case "PNG" -> 16;
      // The directory's first entry: tag, type, count, and then the width.
      case "TIFF" -> ByteBuffer.wrap(sample.bytes()).getInt(4) + 2 + 8;
      case "WSQ" -> indexOf(sample.bytes(), 0xFF, 0xA2) + 6;
      default -> indexOf(sample.bytes(), 0xFF, 0x51) + 6;
    };
  }

  private static int indexOf(byte[] bytes, int first, int second) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xFF) == first && (bytes[i + 1] & 0xFF) == second) {
        return i;
      }
    }
    throw new AssertionError("no such marker");
  }
}
