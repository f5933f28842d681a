package egate.daemon.config;

import java.util.List;

/**
 * One {@code --set KEY=VALUE} of the command line, for simulations and tests.
 *
 * @param path the key's sections and its name, outermost first
 * @param text the value, as a profile would write it
 */
public record Setting(List<String> path, String text) {
  private static final int PATH_MAX = 4;

  public Setting {
    path = List.copyOf(path);
  }

  /**
   * Takes an argument apart.
   *
   * @throws ProfileException when it is not KEY=VALUE with a dotted key
   */
  public static Setting parse(String argument) throws ProfileException {
    int equals = argument.indexOf('=');
    List<String> path =
        equals < 1 ? List.of() : List.of(argument.substring(0, equals).split("\\.", -1));
    if (path.isEmpty() || path.size() > PATH_MAX || path.contains("")) {
      throw new ProfileException(
          "--set "
              + argument
              + ": is not KEY=VALUE; write a dotted key, for example uplink.broker-port=1883");
    }
    return new Setting(path, argument.substring(equals + 1));
  }

  Place place() {
    return Place.ofOption("--set " + key());
  }

  String key() {
    return String.join(".", path);
  }
}
