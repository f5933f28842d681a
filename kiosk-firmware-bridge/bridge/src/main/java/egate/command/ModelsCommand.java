package egate.command;

import egate.biometric.model.Manifest;
import egate.biometric.model.ModelFile;
import egate.biometric.model.ModelPack;
import egate.biometric.model.PackException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code egate models}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "check DIR",
    description = "Model packs: whether a gate would use one.",
    subcommands = {ModelsCommand.Check.class})
final class ModelsCommand {
  private ModelsCommand() {}

  /** {@code egate models check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Checks a pack as a gate would: manifest.json, manifest.sig (Ed25519 over the manifest), every"
            + " model's sha256, and the approval.",
        "To sign one: openssl pkeyutl -sign -rawin -inkey KEY -in manifest.json -out manifest.sig",
        "Exit code 0 is that a gate with this key would use the pack, 1 that it would not."
      })
  static final class Check implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The pack's folder.")
    Path folder = Path.of(".");

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description = "Ed25519 public key (PEM) whose signature approves.")
    @Nullable Path key;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CommandFault {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Manifest manifest = manifest();
      for (ModelFile file : manifest.files()) {
        Optional<PackException> fault = ModelPack.fault(folder, file);
        tell(out, file, fault.map(each -> word(each.fault())).orElse("ok"));
      }
      String verdict = verdict();
      out.println(
          json
              ? new JsonObject()
                  .put("pack", manifest.pack())
                  .put("version", manifest.version())
                  .put("approved", verdict.equals("approved"))
                  .put("verdict", verdict)
              : "pack %s version %d: %s".formatted(manifest.pack(), manifest.version(), verdict));
      return verdict.equals("approved") ? 0 : 1;
    }

    private Manifest manifest() throws CommandFault {
      try {
        return ModelPack.manifest(folder);
      } catch (PackException e) {
        throw new CommandFault(folder + ": " + e.getMessage());
      }
    }

    private void tell(PrintWriter out, ModelFile file, String state) {
      out.println(
          json
              ? new JsonObject()
                  .put("file", file.name())
                  .put("state", state)
                  .put("licence", file.licence())
              : "%-36s %-9s %s".formatted(file.name(), state, file.licence()));
    }

    private String verdict() throws CommandFault {
      ModelOptions options = new ModelOptions();
      options.key = key;
      PublicKey approving = options.key();
      try {
        if (approving == null) {
          ModelPack.evaluation(folder);
          return "not_approved";
        }
        ModelPack.approved(folder, approving);
        return "approved";
      } catch (PackException e) {
        return word(e.fault());
      }
    }

    private static String word(PackException.Fault fault) {
      return fault.name().toLowerCase(Locale.ROOT);
    }
  }
}
