package egate.biometric.face;

import egate.biometric.model.ManifestSignature;
import egate.biometric.model.ModelPack;
import egate.biometric.model.PackException;
import egate.report.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bridge compares faces with, or why it compares none. There is no other way to models. */
public final class FaceCapability {
  /** No pack is configured. */
  public static final FaceCapability NONE =
      new FaceCapability(Optional.empty(), Reason.NO_APPROVED_MODEL);

  private final Optional<FaceModels> models;
  private final Reason without;

  private FaceCapability(Optional<FaceModels> models, Reason without) {
    this.models = models;
    this.without = without;
  }

  /** Models that were started elsewhere, of a pack that was approved. */
  static FaceCapability of(FaceModels models) {
    return new FaceCapability(Optional.of(models), Reason.NONE);
  }

  /**
   * Starts the models of a pack that this key approves.
   *
   * @param folder of the pack; null where none is configured
   * @param key file of the public key (PEM)
   * @return without models, and with {@link Reason#MODEL_PACK_REFUSED}, if anything is amiss
   */
  public static FaceCapability load(@Nullable Path folder, @Nullable Path key) {
    if (folder == null) {
      return NONE;
    }
    try {
      if (key == null) {
        return refused();
      }
      ModelPack pack = ModelPack.approved(folder, ManifestSignature.key(Files.readString(key)));
      return of(new FaceModels(pack));
    } catch (PackException | IOException e) {
      return refused();
    }
  }

  private static FaceCapability refused() {
    return new FaceCapability(Optional.empty(), Reason.MODEL_PACK_REFUSED);
  }

  public Optional<FaceModels> models() {
    return models;
  }

  /** Why there are none; {@link Reason#NONE} if there are. */
  public Reason without() {
    return without;
  }

  /** Version of the pack, 0 without one. */
  public int version() {
    return models.map(started -> started.manifest().version()).orElse(0);
  }
}
