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
 * @param passages folder of recorded passages that are played behind the rehearsal, to measure what
 *     it warms up; null where none are. No bridge with a device ever sees a second traveller
 */
record BridgeOptions(
    DeviceAddresses devices,
    @Nullable Path connect,
    @Nullable Path trust,
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
          "--profile-version");

  /** Reads the arguments; whatever is not known is refused. */
  static BridgeOptions parse(String[] args) {
    if (args.length > 0 && args.length < 3 && args[0].equals("--rehearse")) {
      Path passages = args.length == 2 ? Path.of(args[1]) : null;
      return new BridgeOptions(DeviceAddresses.NONE, null, null, 0, true, passages);
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
        false,
        null);
  }

  static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("argument " + name + " is missing");
    }
    return value;
  }
}
