package egate.bridge;

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
 * @param profileVersion version of the hardware profile, 0 or more
 * @param rehearseOnly rehearse and exit, which trains the AOT cache
 */
record BridgeOptions(
    DeviceAddresses devices,
    @Nullable Path connect,
    @Nullable Path trust,
    int profileVersion,
    boolean rehearseOnly) {

  private static final List<String> NAMES =
      List.of(
          "--mrz-reader",
          "--chip-reader",
          "--finger-sensor",
          "--camera",
          "--connect",
          "--trust",
          "--profile-version");

  /** Reads the arguments; whatever is not known is refused. */
  static BridgeOptions parse(String[] args) {
    if (args.length == 1 && args[0].equals("--rehearse")) {
      return new BridgeOptions(DeviceAddresses.NONE, null, null, 0, true);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException("argument " + args[i] + " is unknown or has no value");
      }
      values.put(args[i], args[i + 1]);
    }
    String connect = values.get("--connect");
    return new BridgeOptions(
        DeviceAddresses.of(values),
        connect == null ? null : Path.of(connect),
        Path.of(required(values, "--trust")),
        Integer.parseInt(required(values, "--profile-version")),
        false);
  }

  static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("argument " + name + " is missing");
    }
    return value;
  }
}
