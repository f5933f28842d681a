package egate.emrtd.lds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.biometric.GreyImage;
import egate.biometric.ImageDecoder;
import egate.biometric.ImageUnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Samples of ICAO's application profile of ISO/IEC 39794-5 that nobody on this project made. */
class Iso39794SamplesTest {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("egate.root", "."), "..", "shared", "data", "chip", "iso39794_dg2");

  @Test
  void mandatoryFieldsSuffice() throws Exception {
    EncodedImage bare = Iso39794Face.parse(read("ICAO_39794_5_AP_MandFields.dat")).getFirst();
    EncodedImage whole = Dg2.parse(read("ICAO_39794_5_AP_DG2_MandFields.dat")).getFirst();
    assertEquals(EncodedImage.Format.JPEG_2000, bare.format());
    assertArrayEquals(bare.bytes(), whole.bytes());
    GreyImage decoded = ImageDecoder.decode(whole);
    assertEquals(413, decoded.width());
    assertEquals(531, decoded.height());
  }

  @Test
  void theInvalidImageIsFoundInASoundBlockAndNotDecoded() throws Exception {
    byte[] file = read("ICAO_39794_5_AP_MandFields_InvalidImage.dat");
    EncodedImage image = Iso39794Face.parse(file).getFirst();
    assertThrows(ImageUnreadableException.class, () -> ImageDecoder.decode(image));
  }

  private static byte[] read(String name) throws IOException {
    Path path = FOLDER.resolve(name);
    assumeTrue(Files.exists(path), "skipped: the ISO/IEC 39794-5 samples are not at " + FOLDER);
    return Files.readAllBytes(path);
  }
}
