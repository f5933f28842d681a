package egate.biometric.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a pack says of itself.
 *
 * @param pack its name
 * @param version 1 or more, higher is newer
 * @param approved whether its signer approves it for gates; believed only with the signature
 * @param evidence what was measured, on what
 */
public record Manifest(
    String pack,
    int version,
    boolean approved,
    String evidence,
    DetectorModel detector,
    RecogniserModel recogniser,
    Optional<AttackModel> attackDetector) {

  /** Every model's file. */
  public List<ModelFile> files() {
    List<ModelFile> files = new ArrayList<>(List.of(detector.file(), recogniser.file()));
    attackDetector.ifPresent(attack -> files.add(attack.file()));
    return files;
  }
}
