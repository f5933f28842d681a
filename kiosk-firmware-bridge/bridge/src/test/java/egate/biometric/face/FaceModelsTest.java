package egate.biometric.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.biometric.ColourImage;
import egate.biometric.model.ModelFaultException;
import egate.biometric.model.ModelPack;
import egate.biometric.model.Onnx;
import egate.biometric.model.TinyPack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from an image to a score, on models that the test makes. */
class FaceModelsTest {
  @TempDir Path folder;

  @BeforeEach
  void models() throws Exception {
    Onnx.assumeUsable();
  }

  @Test
  void aFaceIsComparedByItsModel() throws Exception {
    TinyPack.in(folder, 1);
    try (FaceModels models = new FaceModels(ModelPack.evaluation(folder))) {
      FaceEmbedding red = models.sample(even(200, 0, 0)).orElseThrow().embedding();
      FaceEmbedding alsoRed = models.sample(even(210, 0, 0)).orElseThrow().embedding();
      FaceEmbedding cyan = models.sample(even(0, 255, 255)).orElseThrow().embedding();
      assertTrue(red.cosine(alsoRed) > 0.99);
      // Not -1: a quarter of the aligned face lies outside the picture and is black.
      assertTrue(red.cosine(cyan) < -0.5, () -> "cosine " + red.cosine(cyan));
      FaceEmbedding green = models.sample(even(0, 200, 0)).orElseThrow().embedding();
      FaceEmbedding mean = FaceEmbedding.mean(List.of(red, alsoRed, green));
      assertTrue(mean.cosine(red) > 0.5 && mean.cosine(red) < 0.99);
    }
  }

  @Test
  void theAttackDetectorSeesTheFacesSurroundings() throws Exception {
    TinyPack.in(folder, 1);
    try (FaceModels models = new FaceModels(ModelPack.evaluation(folder))) {
      // Three logits: 0, 10 and 0.
      double green = models.bonaFide(even(0, 100, 0)).orElseThrow();
      assertEquals(1 / (1 + 2 * Math.exp(-10)), green, 1e-6);
      assertTrue(models.bonaFide(even(100, 0, 0)).orElseThrow() < 0.001);
    }
  }

  @Test
  void withoutAFaceThereIsNothingToCompare() throws Exception {
    TinyPack.in(folder, 0.2f);
    try (FaceModels models = new FaceModels(ModelPack.evaluation(folder))) {
      assertFalse(models.sample(even(1, 2, 3)).isPresent());
      assertFalse(models.bonaFide(even(1, 2, 3)).isPresent());
    }
  }

  @Test
  void aModelOfOtherDimensionsThanTheManifestSaysIsAFault() throws Exception {
    TinyPack tiny = TinyPack.in(folder, 1);
    tiny.write(tiny.manifest(true).replace("\"dimensions\": 3", "\"dimensions\": 4"));
    try (FaceModels models = new FaceModels(ModelPack.evaluation(folder))) {
      assertThrows(ModelFaultException.class, () -> models.sample(even(1, 2, 3)));
    }
    tiny.write(tiny.manifest(true).replace("\"l%s\"", "\"m%s\""));
    try (FaceModels models = new FaceModels(ModelPack.evaluation(folder))) {
      assertThrows(ModelFaultException.class, () -> models.sample(even(1, 2, 3)));
    }
  }

  private static ColourImage even(int red, int green, int blue) {
    byte[] samples = new byte[3 * TinyPack.SIDE * TinyPack.SIDE];
    for (int i = 0; i < samples.length; i += 3) {
      samples[i] = (byte) red;
      samples[i + 1] = (byte) green;
      samples[i + 2] = (byte) blue;
    }
    return new ColourImage(TinyPack.SIDE, TinyPack.SIDE, samples);
  }
}
