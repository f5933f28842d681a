package egate.daemon;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.ProfileException;
import egate.daemon.config.ProfileSignature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code egate profile}. */
@Command(
    name = "profile",
    description = "Judge and sign hardware profiles.",
    synopsisSubcommandLabel = "check|sign")
final class ProfileCommand {
  private final Machine machine;

  @Spec private @Nullable CommandSpec spec;

  ProfileCommand(Machine machine) {
    this.machine = machine;
  }

  @Command(
      name = "check",
      description = "Say what is wrong with a profile: where, what, and what to do.",
      footer = {
        "",
        "It reads as 'egate run' does, and goes on after a finding where it can. --probe also asks",
        "this machine: are chip, lines, serial ports, trust store and key there, and free?",
        "Run it while the gate is stopped, or the gate's own lines are reported as busy."
      })
  int check(
      @Parameters(paramLabel = "FILE", description = "The profile, YAML 1.2.") Path file,
      @Option(names = "--probe", description = "Ask the hardware too.") boolean probe,
      @Option(
              names = "--state",
              paramLabel = "DIR",
              description = "Where relative paths start. Default: EGATE_STATE, /var/lib/egate.")
          @Nullable Path state,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws ProfileException {
    List<String> findings = new ArrayList<>(ConfigReader.findings(file));
    if (probe && findings.isEmpty()) {
      StateFolder folder = StateChoice.toRun(Optional.ofNullable(state), machine.environment());
      findings.addAll(HardwareProbe.findings(file, ConfigReader.read(file, List.of()), folder));
    }
    report(findings, file, json);
    return findings.isEmpty() ? 0 : 1;
  }

  @Command(
      name = "sign",
      description = "Sign a profile for production: writes FILE.sig.",
      footer = {
        "",
        "Make the key pair with",
        "  openssl genpkey -algorithm ed25519 -out profile.key",
        "  openssl pkey -in profile.key -pubout -out profile.pub",
        "and keep profile.key off every gate; profile.pub belongs into /etc/egate."
      })
  int sign(
      @Parameters(paramLabel = "FILE", description = "The profile, YAML 1.2.") Path file,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "KEY",
              description = "Ed25519 private key, PKCS #8 in PEM.")
          Path key)
      throws ProfileException {
    ConfigReader.read(file, List.of());
    ProfileSignature.sign(file, key);
    return 0;
  }

  private void report(List<String> findings, Path file, boolean json) {
    PrintWriter out = Main.out(spec);
    for (String finding : findings) {
      out.println(json ? "{\"finding\": " + JsonText.of(finding) + "}" : finding);
    }
    if (json) {
      out.println("{\"summary\": {\"findings\": " + findings.size() + "}}");
    } else if (findings.isEmpty()) {
      out.println(file + ": nothing to find fault with");
    }
  }
}
