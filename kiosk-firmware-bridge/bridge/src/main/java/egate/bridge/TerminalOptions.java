package egate.bridge;

import egate.terminal.TerminalKeyAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge shows to chips that want to know who asks.
 *
 * @param certificates folder of CV certificates
 * @param key where the private key lies
 * @param secret file of its password or PIN, which is never an argument
 */
record TerminalOptions(Path certificates, TerminalKeyAddress key, Optional<Path> secret) {

  /** As the bridge's arguments give it; null where they do not. */
  static @Nullable TerminalOptions of(Map<String, String> values) {
    if (!values.containsKey("--terminal-key")) {
      return null;
    }
    return new TerminalOptions(
        Path.of(BridgeOptions.required(values, "--terminal-certificates")),
        TerminalKeyAddress.parse(Objects.requireNonNull(values.get("--terminal-key"))),
        Optional.ofNullable(BridgeOptions.path(values, "--terminal-secret")));
  }
}
