package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import egate.report.Comparison;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The BSI TR-03105-5 reference passport: images that nobody here made. */
class ReferencePassportTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("egate.root", ".."), "..", "shared/data/chip/bsi_tr03105_5");

  @Test
  void itsPortraitDecodes() throws Exception {
    byte[] group = read("Datagroup2.bin");
    int start = find(group, 0, 0x6A502020) - 4;
    var portrait = new EncodedImage(Format.JPEG_2000, 413, 531, from(group, start, group.length));
    assertEquals(413, ImageDecoder.decode(portrait).width());
  }

  @Test
  void aDegradedCopyOfItsFingerMatches() throws Exception {
    EncodedImage finger = fingers().getFirst();
    GreyImage copy = degraded(ImageDecoder.decode(finger));
    assertEquals(Comparison.MATCH, compare(finger, copy));
  }

  @Test
  void itsOtherFingerDoesNot() throws Exception {
    EncodedImage finger = fingers().getFirst();
    GreyImage other = degraded(ImageDecoder.decode(fingers().getLast()));
    assertEquals(Comparison.NON_MATCH, compare(finger, other));
  }

  private static Comparison compare(EncodedImage reference, GreyImage probe) throws Exception {
    var result =
        new FingerComparator(
                FingerReference.of(List.of(reference)), Threshold.forFalseMatchRate(100))
            .compare(List.of(new FingerProbe(probe)), 1);
    System.out.println("BSI reference finger: " + result);
    return result.comparison();
  }

  /** Turned by six degrees, cut to a sensor's window, flattened, noisy, in 16 grey values. */
  private static GreyImage degraded(GreyImage image) {
    var random = new SplittableRandom(6);
    int width = 320;
    int height = 360;
    byte[] pixels = new byte[width * height];
    double cos = Math.cos(Math.toRadians(6));
    double sin = Math.sin(Math.toRadians(6));
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width - width / 2;
      int y = i / width - height / 2;
      int column = (int) Math.round(image.width() / 2.0 + cos * x - sin * y);
      int row = (int) Math.round(image.height() / 2.0 + sin * x + cos * y);
      int grey = image.pixels()[row * image.width() + column] & 0xFF;
      int flat = 40 + grey * 3 / 4 + random.nextInt(-12, 13);
      pixels[i] = (byte) (Math.clamp(flat, 0, 255) / 16 * 17);
    }
    return new GreyImage(width, height, pixels);
  }

  private static List<EncodedImage> fingers() throws IOException {
    byte[] group = read("Datagroup3.bin");
    var fingers = new ArrayList<EncodedImage>();
    int start = find(group, 0, 0xFFA0FFA4);
    while (start >= 0) {
      int next = find(group, start + 1, 0xFFA0FFA4);
      int end = next < 0 ? group.length : next;
      fingers.add(new EncodedImage(Format.WSQ, 620, 620, from(group, start, end)));
      start = next;
    }
    return fingers;
  }

  private static byte[] read(String name) throws IOException {
    assumeTrue(
        Files.isDirectory(FOLDER),
        "left out: no BSI reference passport in " + FOLDER.toAbsolutePath());
    return Files.readAllBytes(FOLDER.resolve(name));
  }

  private static byte[] from(byte[] bytes, int start, int end) {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** Where four bytes first occur, or -1. */
  private static int find(byte[] bytes, int from, int word) {
    for (int i = from; i + 4 <= bytes.length; i++) {
      if (ByteBuffer.wrap(bytes).getInt(i) == word) {
        return i;
      }
    }
    return -1;
  }
}
