package egate.bridge;

import egate.inspection.StoreVerifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge is started with. The daemon builds these arguments from the hardware profile.
 *
 * @param connect Unix socket of the daemon; null where the socket is inherited or the bridge only
 *     rehearses
 * @param trust compiled trust store; null only where the bridge only rehearses
 * @param trustKey under which the store must be signed; null where no signature is asked for
 * @param models folder of the model pack; null where faces are not compared
 * @param modelsKey file of the public key whose signature approves it; null only with models
 * @param terminal certificates and key for chips that want to know who asks; null where there are
 *     none
 * @param profileVersion version of the hardware profile, 0 or more
 * @param rehearseOnly rehearse and exit, which trains the AOT cache
 * @param passages folder of recorded passages that are played behind the rehearsal, to measure what
 *     it warms up; null where none are. No bridge with a device ever sees a second traveller
 */
record BridgeOptions(
    DeviceAddresses devices,
    @Nullable Path connect,
    @Nullable Path trust,
    @Nullable StoreVerifier trustKey,
    @Nullable Path models,
    @Nullable Path modelsKey,
    @Nullable TerminalOptions terminal,
    int profileVersion,
    boolean rehearseOnly,
    @Nullable Path passages) {

  private static final List<String> NAMES =
      List.of(
          "--mrz-reader",
          "--chip-reader",
          "--finger-sensor",
          "--camera",
          "--connect",
          "--trust",
          "--trust-key",
          "--models",
          "--models-key",
          "--terminal-certificates",
          "--terminal-key",
          "--terminal-secret",
          "--profile-version");

  /** Reads the arguments; whatever is not known is refused. */
  static BridgeOptions parse(String[] args) {
    if (args.length > 0 && args.length < 3 && args[0].equals("--rehearse")) {
      Path passages = args.length == 2 ? Path.of(args[1]) : null;
      return new BridgeOptions(
          DeviceAddresses.NONE, null, null, null, null, null, null, 0, true, passages);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException("argument " + args[i] + " is unknown or has no value");
      }
      values.put(args[i], args[i + 1]);
    }
    String key = values.get("--trust-key");
    return new BridgeOptions(
        DeviceAddresses.of(values),
        path(values, "--connect"),
        Path.of(required(values, "--trust")),
        key == null ? null : StoreVerifier.parse(key),
        path(values, "--models"),
        path(values, "--models-key"),
        TerminalOptions.of(values),
        Integer.parseInt(required(values, "--profile-version")),
        false,
        null);
  }

  static @Nullable Path path(Map<String, String> values, String name) {
    String value = values.get(name);
    return value == null ? null : Path.of(value);
  }

  static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("argument " + name + " is missing");
    }
    return value;
  }
}
