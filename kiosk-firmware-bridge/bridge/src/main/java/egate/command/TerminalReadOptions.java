package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.InspectionSystem;
import egate.terminal.ControlCentre;
import egate.terminal.TerminalCapability;
import egate.terminal.TerminalKeyAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a chip is shown that wants to know who asks for its fingers. */
final class TerminalReadOptions {
  @Option(
      names = "--terminal-certificates",
      paramLabel = "DIR",
      description = {
        "Folder of CV certificates, for chips that want to know who asks for their fingers:",
        "CVCAs with their links, the verifier's, the terminal's own. Without it they keep them."
      })
  private @Nullable Path certificates;

  @Option(
      names = "--terminal-key",
      paramLabel = "KEY",
      description = "The key behind them: pkcs12:FILE or pkcs11:TOKEN:LABEL:LIBRARY.")
  private @Nullable String key;

  @Option(
      names = "--terminal-secret",
      paramLabel = "FILE",
      description = "File whose one line is the key's password or PIN; never an argument.")
  private @Nullable Path secret;

  /**
   * @param trusted whether a document that was read so far is such that its chip may be told
   */
  InspectionSystem inspectionSystem(LocalDate today, Predicate<Evidence> trusted)
      throws CommandFault {
    if (certificates == null && key == null) {
      return InspectionSystem.NONE;
    }
    if (certificates == null || key == null) {
      throw new CommandFault("--terminal-certificates and --terminal-key go together");
    }
    TerminalCapability terminal =
        TerminalCapability.load(
            certificates, address(key), Optional.ofNullable(secret), ControlCentre.NONE);
    if (!terminal.isReady()) {
      throw new CommandFault("terminal authentication: " + terminal.trouble());
    }
    return terminal.forDocument(today, trusted);
  }

  private static TerminalKeyAddress address(String text) throws CommandFault {
    try {
      return TerminalKeyAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFault("--terminal-key: " + e.getMessage());
    }
  }
}
