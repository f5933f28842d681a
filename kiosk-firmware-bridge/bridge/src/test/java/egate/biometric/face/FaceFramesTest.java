package egate.biometric.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.biometric.ColourImage;
import egate.biometric.face.FaceQuality.Shortcoming;
import egate.biometric.model.ModelPack;
import egate.biometric.model.Onnx;
import egate.biometric.model.TinyPack;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that the test makes: faces are known by their colour, and only green ones are alive. */
class FaceFramesTest {
  private static final int GREEN = 0x28B428;
  private static final int LIGHTER_GREEN = 0x32C032;
  private static final int RED = 0xC82828;

  @TempDir Path folder;
  private TinyPack tiny;

  @BeforeEach
  void pack() throws Exception {
    Onnx.assumeUsable();
    tiny = TinyPack.in(folder, 1);
  }

  @Test
  void threeGoodFramesOfTheHolderMatch() throws Exception {
    try (FaceModels models = models()) {
      ComparisonResult result = compare(models, GREEN, LIGHTER_GREEN, LIGHTER_GREEN, GREEN);
      assertEquals(Comparison.MATCH, result.comparison());
      assertEquals(3, result.tries());
      // Three frames have their own threshold in the manifest.
      assertEquals(800, result.threshold());
    }
  }

  @Test
  void oneFrameHasTheThresholdOfOne() throws Exception {
    try (FaceModels models = models()) {
      assertEquals(900, compare(models, GREEN, LIGHTER_GREEN).threshold());
    }
  }

  @Test
  void aPresentationAttackIsNotCompared() throws Exception {
    try (FaceModels models = models()) {
      assertEquals(Reason.ATTACK_SUSPECTED, compare(models, GREEN, GREEN, RED).reason());
    }
  }

  @Test
  void anAdvisoryDetectorDecidesNothing() throws Exception {
    tiny.write(tiny.manifest(true).replace("\"advisory\": false", "\"advisory\": true"));
    try (FaceModels models = models()) {
      assertEquals(Reason.FACE_DIFFERS, compare(models, GREEN, RED, RED, RED).reason());
    }
  }

  @Test
  void aStricterRateThanThePacksIsNotEvaluated() throws Exception {
    try (FaceModels models = models()) {
      FaceFrames frames = frames(models, GREEN);
      ComparisonResult result =
          FaceComparison.with(models, portrait(GREEN), 100).orElseThrow().compare(frames);
      assertEquals(Reason.NO_APPROVED_MODEL, result.reason());
    }
  }

  @Test
  void badFramesSayWhatIsWrong() throws Exception {
    tiny = TinyPack.in(folder, 0.1f);
    try (FaceModels models = models()) {
      FaceFrames frames = frames(models, GREEN);
      assertEquals(Optional.of(Shortcoming.NO_FACE), frames.latest());
      assertFalse(frames.enough());
      assertTrue(frames.probe().isEmpty());
      assertTrue(FaceComparison.with(models, portrait(GREEN), 1_000).isEmpty());
    }
  }

  @Test
  void onlyAnApprovedPackGivesTheGateModels() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(tiny.keys().getPublic().getEncoded());
    Path key = Files.writeString(folder.resolve("key.pem"), base64);
    assertEquals(3, FaceCapability.load(folder, key).version());
    assertEquals(Reason.NO_APPROVED_MODEL, FaceCapability.load(null, null).without());
    assertEquals(Reason.MODEL_PACK_REFUSED, FaceCapability.load(folder, null).without());
    tiny.write(tiny.manifest(false));
    assertEquals(Reason.MODEL_PACK_REFUSED, FaceCapability.load(folder, key).without());
    tiny.write(tiny.manifest(true));
    Files.write(folder.resolve("recogniser.onnx"), new byte[] {1});
    assertEquals(Reason.MODEL_PACK_REFUSED, FaceCapability.load(folder, key).without());
    assertTrue(FaceCapability.load(folder, key).models().isEmpty());
  }

  private FaceModels models() throws Exception {
    return new FaceModels(ModelPack.approved(folder, tiny.keys().getPublic()));
  }

  private static ComparisonResult compare(FaceModels models, int portrait, int... seen)
      throws Exception {
    return FaceComparison.with(models, portrait(portrait), 1_000)
        .orElseThrow()
        .compare(frames(models, seen));
  }

  private static FaceFrames frames(FaceModels models, int... colours) throws Exception {
    FaceFrames frames = new FaceFrames(models);
    for (int colour : colours) {
      byte[] samples = new byte[3 * TinyPack.SIDE * TinyPack.SIDE];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (byte) (textured(colour, i / 3) >> (16 - 8 * (i % 3)));
      }
      frames.add(new ColourImage(TinyPack.SIDE, TinyPack.SIDE, samples));
    }
    return frames;
  }

  private static EncodedImage portrait(int colour) throws Exception {
    var image = new BufferedImage(TinyPack.SIDE, TinyPack.SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < TinyPack.SIDE * TinyPack.SIDE; i++) {
      image.setRGB(i % TinyPack.SIDE, i / TinyPack.SIDE, textured(colour, i));
    }
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    // A record's own claim of the size is not believed, so a wrong one does no harm.
    return new EncodedImage(Format.PNG, 1, 1, png.toByteArray());
  }

  /** A chessboard, so that the picture is sharp. */
  private static int textured(int colour, int pixel) {
    boolean odd = (pixel % TinyPack.SIDE / 24 + pixel / TinyPack.SIDE / 24) % 2 == 1;
    return odd ? (colour >> 1) & 0x7F7F7F : colour;
  }
}
