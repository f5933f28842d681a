package egate.biometric.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.biometric.model.PackException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPackTest {
  @TempDir Path folder;
  private TinyPack tiny;

  @BeforeEach
  void writePack() throws Exception {
    tiny = TinyPack.in(folder, 1);
  }

  @Test
  void aSignedAndApprovedPackIsTheGates() throws Exception {
    ModelPack pack = ModelPack.approved(folder, tiny.keys().getPublic());
    assertEquals(3, pack.manifest().version());
  }

  @Test
  void aPackThatItsSignerDidNotApproveIsNot() throws Exception {
    tiny.write(tiny.manifest(false));
    assertEquals(Fault.NOT_APPROVED, refusal().fault());
    assertFalse(ModelPack.evaluation(folder).manifest().approved());
  }

  @Test
  void approvalWithoutTheRightSignatureIsNone() throws Exception {
    tiny.write(tiny.manifest(false));
    Files.writeString(folder.resolve(ModelPack.MANIFEST), tiny.manifest(true));
    assertEquals(Fault.ALTERED, refusal().fault());
    tiny.write(tiny.manifest(true));
    var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    var refusal = assertThrows(PackException.class, () -> ModelPack.approved(folder, stranger));
    assertEquals(Fault.ALTERED, refusal.fault());
    Files.delete(folder.resolve(ModelPack.SIGNATURE));
    assertEquals(Fault.MISSING, refusal().fault());
  }

  @Test
  void anAlteredOrMissingModelIsRefusedEvenForEvaluation() throws Exception {
    Path model = folder.resolve("recogniser.onnx");
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length / 2] ^= 1;
    Files.write(model, bytes);
    assertEquals(Fault.ALTERED, refusal().fault());
    assertThrows(PackException.class, () -> ModelPack.evaluation(folder));
    Files.delete(model);
    assertEquals(Fault.MISSING, refusal().fault());
  }

  @Test
  void aModelThatIsNoneDoesNotStart() throws Exception {
    Files.writeString(folder.resolve("recogniser.onnx"), "no model");
    tiny.write(tiny.manifest(true));
    ModelPack pack = ModelPack.approved(folder, tiny.keys().getPublic());
    var refusal =
        assertThrows(PackException.class, () -> pack.start(pack.manifest().recogniser().file()));
    assertEquals(Fault.MALFORMED, refusal.fault());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"pack\": \"tiny\"      | \"pack\": 5             | pack is no text",
        "\"version\": 3          | \"version\": 0          | version is no whole number from 1",
        "\"version\": 3,         | ''                      | version is missing",
        "\"version\": 3          | \"version\": 3, \"x\": 1 | x is not known",
        "\"version\": 3          | \"version\": 3, \"version\": 4 | no JSON, see line 1",
        "\"overlap_max\": 0.3    | \"overlap_max\": 3      | detector.overlap_max is no number",
        "\"detector.onnx\"       | \"../detector.onnx\"    | is no plain file name",
        "\"frames\": 3           | \"frames\": 4           | frames is no whole number from 1 to 3",
        "\"bona_fide_class\": 1  | \"bona_fide_class\": 3  | class 3 of 3",
        "[10, 10],               | ''                      | 4 landmarks, not 5",
        "\"order\": \"RGB\"      | \"order\": \"GBR\"      | GBR",
      })
  void aManifestThatDoesNotSayWhatItMustIsRefused(String from, String to, String why)
      throws Exception {
    String manifest = tiny.manifest(true);
    assertTrue(manifest.contains(from), from);
    tiny.write(manifest.replaceFirst(Pattern.quote(from), to));
    PackException refusal = refusal();
    assertEquals(Fault.MALFORMED, refusal.fault());
    assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
  }

  @Test
  void theBroughtManifestIsNotApproved() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertFalse(ModelPack.manifest(empty).approved());
    assertEquals(3, ModelPack.manifest(empty).files().size());
    assertThrows(PackException.class, () -> ModelPack.evaluation(empty));
  }

  private PackException refusal() {
    return assertThrows(
        PackException.class, () -> ModelPack.approved(folder, tiny.keys().getPublic()));
  }
}
