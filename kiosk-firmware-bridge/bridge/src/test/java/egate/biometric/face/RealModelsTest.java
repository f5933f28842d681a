package egate.biometric.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.biometric.ColourImage;
import egate.biometric.ImageDecoder;
import egate.biometric.ImageLimits;
import egate.biometric.model.ModelPack;
import egate.biometric.model.Onnx;
import egate.biometric.model.RecogniserModel.Place;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.EncodedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The models of shared/data on the face of the BSI's reference passport. */
class RealModelsTest {
  private static final Path SHARED =
      Path.of(System.getProperty("egate.root", ".."), "..", "shared/data");
  private static ColourImage portrait = new ColourImage(1, 1, new byte[3]);

  @BeforeAll
  static void readPortrait() throws Exception {
    Path group = SHARED.resolve("chip/bsi_tr03105_5/Datagroup2.bin");
    assumeTrue(Files.exists(group), "left out: no " + group.toAbsolutePath());
    Path models = SHARED.resolve("models");
    assumeTrue(Files.isDirectory(models), "left out: no " + models.toAbsolutePath());
    Onnx.assumeUsable();
    EncodedImage image = Dg2.parse(Files.readAllBytes(group)).getFirst();
    var unclaimed = new EncodedImage(image.format(), 0, 0, image.bytes());
    portrait = ImageDecoder.decodeColour(unclaimed, ImageLimits.CHIP);
  }

  @Test
  void landmarksLieWhereAPersonSeesThem() throws Exception {
    try (FaceDetector detector = new FaceDetector(ModelPack.evaluation(SHARED.resolve("models")))) {
      List<DetectedFace> faces = detector.detect(portrait);
      assertEquals(1, faces.size());
      // Marked by eye; the detector's own spread is about a thirtieth of the face's width.
      List<Place> seen =
          List.of(
              new Place(133, 222),
              new Place(277, 228),
              new Place(200, 308),
              new Place(138, 356),
              new Place(272, 360));
      for (int i = 0; i < seen.size(); i++) {
        Place found = faces.getFirst().landmarks().places().get(i);
        assertEquals(seen.get(i).x(), found.x(), 12);
        assertEquals(seen.get(i).y(), found.y(), 12);
      }
    }
  }

  @Test
  void theSameFaceInOtherSizesIsTheSame() throws Exception {
    try (FaceModels models = new FaceModels(ModelPack.evaluation(SHARED.resolve("models")))) {
      FaceEmbedding whole = models.sample(portrait).orElseThrow().embedding();
      for (int side : new int[] {160, 250, 320, 1_000, 2_000}) {
        ColourImage resized = Resampling.fitted(portrait, side);
        double cosine = models.sample(resized).orElseThrow().embedding().cosine(whole);
        assertTrue(cosine > 0.85, side + " px: " + cosine);
      }
      assertTrue(models.sample(portrait).orElseThrow().quality().shortcoming().isEmpty());
    }
  }

  @Test
  void aWallIsNoFace() throws Exception {
    try (FaceModels models = new FaceModels(ModelPack.evaluation(SHARED.resolve("models")))) {
      assertTrue(models.sample(new ColourImage(250, 250, new byte[3 * 250 * 250])).isEmpty());
      assertTrue(models.sample(new ColourImage(1, 1, new byte[3])).isEmpty());
    }
  }
}
