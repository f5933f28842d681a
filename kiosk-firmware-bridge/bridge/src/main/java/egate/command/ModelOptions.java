package egate.command;

import egate.biometric.model.ManifestSignature;
import egate.biometric.model.ModelPack;
import egate.biometric.model.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which models, and on whose word. */
final class ModelOptions {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "The model pack (default: $EGATE_MODELS, or shared/data/models by the checkout).")
  @Nullable Path models;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Ed25519 public key (PEM) whose signature approves a pack.")
  @Nullable Path key;

  @Option(
      names = "--evaluation",
      description = "Compare with models that nobody approved for a gate, and say so.")
  boolean evaluation;

  Path folder() throws CommandFault {
    if (models != null) {
      return models;
    }
    String named = System.getenv("EGATE_MODELS");
    Path fallback =
        named == null
            ? Path.of(System.getProperty("egate.root", "."), "../shared/data/models").normalize()
            : Path.of(named);
    if (!Files.isDirectory(fallback)) {
      throw new CommandFault("no model pack; give its folder with --models DIR");
    }
    return fallback;
  }

  @Nullable PublicKey key() throws CommandFault {
    if (key == null) {
      return null;
    }
    try {
      return ManifestSignature.key(Files.readString(key));
    } catch (PackException e) {
      throw new CommandFault(key + ": " + e.getMessage());
    } catch (IOException e) {
      throw new CommandFault(key + ": cannot be read");
    }
  }

  ModelPack open() throws CommandFault {
    Path folder = folder();
    PublicKey approving = key();
    try {
      if (evaluation) {
        return ModelPack.evaluation(folder);
      }
      if (approving == null) {
        throw new CommandFault(
            folder + ": nobody vouches for this pack; name a --key, or use --evaluation");
      }
      return ModelPack.approved(folder, approving);
    } catch (PackException e) {
      throw new CommandFault(folder + ": " + e.getMessage());
    }
  }
}
