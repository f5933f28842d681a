package egate.biometric.model;

import egate.biometric.model.PackException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A pack whose every model is the one that its manifest names; read whole, so it stays so. */
public final class ModelPack {
  public static final String MANIFEST = "manifest.json";
  public static final String SIGNATURE = "manifest.sig";

  /** The models whose manifest is part of this software, unapproved and without their weights. */
  private static final String EVALUATION = "evaluation.json";

  private static final long MODEL_BYTES_MAX = 256L << 20;

  private final Manifest manifest;
  private final Map<String, byte[]> models;

  private ModelPack(Manifest manifest, Map<String, byte[]> models) {
    this.manifest = manifest;
    this.models = models;
  }

  /**
   * Opens a pack for the gate.
   *
   * @param key whose signature approves
   * @throws PackException unless the pack is whole, signed by that key and approved
   */
  public static ModelPack approved(Path folder, PublicKey key) throws PackException {
    byte[] manifest = read(folder.resolve(MANIFEST), ManifestReader.BYTES_MAX);
    byte[] signature = read(folder.resolve(SIGNATURE), 1_024);
    if (!ManifestSignature.isOf(key, manifest, signature)) {
      throw new PackException(Fault.ALTERED, SIGNATURE + " is not this key's over " + MANIFEST);
    }
    Manifest parsed = ManifestReader.read(manifest);
    if (!parsed.approved()) {
      throw new PackException(Fault.NOT_APPROVED, "the pack is signed, but as not approved");
    }
    return load(folder, parsed);
  }

  /**
   * Opens a pack for the workbench, approved or not. A folder without a manifest is read by the one
   * that this software brings.
   *
   * @throws PackException unless every model is the one that the manifest names
   */
  public static ModelPack evaluation(Path folder) throws PackException {
    return load(folder, manifest(folder));
  }

  /** The folder's manifest, or else the one that this software brings. */
  public static Manifest manifest(Path folder) throws PackException {
    if (!Files.isDirectory(folder)) {
      throw new PackException(Fault.MISSING, folder + " is no folder");
    }
    Path file = folder.resolve(MANIFEST);
    return Files.exists(file)
        ? ManifestReader.read(read(file, ManifestReader.BYTES_MAX))
        : brought();
  }

  private static Manifest brought() throws PackException {
    try (InputStream resource = ModelPack.class.getResourceAsStream(EVALUATION)) {
      return ManifestReader.read(Objects.requireNonNull(resource).readAllBytes());
    } catch (IOException e) {
      throw new PackException(Fault.MISSING, EVALUATION + " cannot be read");
    }
  }

  private static ModelPack load(Path folder, Manifest manifest) throws PackException {
    Map<String, byte[]> models = new TreeMap<>();
    for (ModelFile file : manifest.files()) {
      models.put(file.name(), checked(folder, file));
    }
    return new ModelPack(manifest, models);
  }

  /** What is wrong with one model's file, or nothing. */
  public static Optional<PackException> fault(Path folder, ModelFile file) {
    try {
      checked(folder, file);
      return Optional.empty();
    } catch (PackException e) {
      return Optional.of(e);
    }
  }

  private static byte[] checked(Path folder, ModelFile file) throws PackException {
    byte[] bytes = read(folder.resolve(file.name()), MODEL_BYTES_MAX);
    if (!sha256(bytes).equals(file.sha256())) {
      throw new PackException(Fault.ALTERED, file.name() + " is not the file in the manifest");
    }
    return bytes;
  }

  private static byte[] read(Path file, long bytesMax) throws PackException {
    try {
      if (Files.size(file) > bytesMax) {
        throw new PackException(Fault.MALFORMED, file + " is over " + bytesMax + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PackException(Fault.MISSING, file + " cannot be read");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Starts one of the pack's models. */
  public OnnxModel start(ModelFile file) throws PackException {
    return OnnxModel.start(file.name(), Objects.requireNonNull(models.get(file.name())));
  }
}
