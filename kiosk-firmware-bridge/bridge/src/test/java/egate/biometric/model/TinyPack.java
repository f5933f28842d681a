package egate.biometric.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A pack of tiny models. Its detector sees one face in every image of 225 to 256 pixels a side, its
 * recogniser knows faces by their mean colour, and its attack detector believes in green ones.
 */
public final class TinyPack {
  public static final int SIDE = 256;

  private final Path folder;
  private final KeyPair keys;

  private TinyPack(Path folder, KeyPair keys) {
    this.folder = folder;
    this.keys = keys;
  }

  public static TinyPack in(Path folder, float faceScore) throws Exception {
    Files.write(folder.resolve("detector.onnx"), detector(faceScore));
    byte[] means = TinyOnnx.withInput("image").meansOfPlanes("image", "vector").bytes();
    Files.write(folder.resolve("recogniser.onnx"), means);
    Files.write(folder.resolve("attacks.onnx"), means);
    TinyPack pack = new TinyPack(folder, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    pack.write(pack.manifest(true));
    return pack;
  }

  public KeyPair keys() {
    return keys;
  }

  /** Writes a manifest and signs it. */
  public void write(String manifest) throws IOException, GeneralSecurityException {
    byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(ModelPack.MANIFEST), bytes);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(keys.getPrivate());
    signer.update(bytes);
    Files.write(folder.resolve(ModelPack.SIGNATURE), signer.sign());
  }

  public String manifest(boolean approved) throws IOException, GeneralSecurityException {
    return """
    {"pack": "tiny", "version": 3, "approved": %s, "evidence": "none", "detector": {
      "file": "detector.onnx", "sha256": "%s", "licence": "none", "source": "a test",
      "input": "image",
      "pixels": {"order": "BGR", "scale": 1, "mean": [0, 0, 0], "std": [1, 1, 1]},
      "outputs": {"face": "f%%s", "object": "o%%s", "box": "b%%s", "landmarks": "l%%s"},
      "score_min": 0.6, "overlap_max": 0.3},
    "recogniser": {
      "file": "recogniser.onnx", "sha256": "%s", "licence": "none", "source": "a test",
      "input": "image",
      "pixels": {"order": "RGB", "scale": 255, "mean": [0.5, 0.5, 0.5], "std": [1, 1, 1]},
      "side": 32, "landmarks": [[10, 10], [22, 10], [16, 16], [11, 22], [21, 22]],
      "output": "vector", "dimensions": 3, "thresholds": [
        {"fmr_per_million": 1000, "frames": 1, "cosine": 0.9},
        {"fmr_per_million": 1000, "frames": 3, "cosine": 0.8}]},
    "attack_detector": {
      "file": "attacks.onnx", "sha256": "%s", "licence": "none", "source": "a test",
      "input": "image",
      "pixels": {"order": "BGR", "scale": 10, "mean": [0, 0, 0], "std": [1, 1, 1]},
      "side": 16, "crop_scale": 1.5, "output": "vector", "classes": 3, "bona_fide_class": 1,
      "threshold": 0.5, "advisory": false}}
    """
        .formatted(
            approved, sha256("detector.onnx"), sha256("recogniser.onnx"), sha256("attacks.onnx"));
  }

  private String sha256(String name) throws IOException, GeneralSecurityException {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Of images padded to 256 by 256; the one face is 128 px large around (64, 64). */
  private static byte[] detector(float faceScore) {
    TinyOnnx model = TinyOnnx.withInput("image");
    for (int stride : new int[] {8, 16, 32}) {
      int cells = (SIDE / stride) * (SIDE / stride);
      float[] face = new float[cells];
      float[] box = new float[4 * cells];
      float[] landmarks = new float[10 * cells];
      if (stride == 32) {
        face[0] = faceScore;
        float[] place = {2, 2, (float) Math.log(4), (float) Math.log(4)};
        System.arraycopy(place, 0, box, 0, place.length);
        float[] around = {1, 1, 3, 1, 2, 2, 1.2f, 3, 2.8f, 3};
        System.arraycopy(around, 0, landmarks, 0, around.length);
      }
      float[] object = new float[cells];
      Arrays.fill(object, 1);
      model.constant("f" + stride, new int[] {1, cells, 1}, face);
      model.constant("o" + stride, new int[] {1, cells, 1}, object);
      model.constant("b" + stride, new int[] {1, cells, 4}, box);
      model.constant("l" + stride, new int[] {1, cells, 10}, landmarks);
    }
    return model.bytes();
  }
}
