package egate.daemon.config;

import egate.gate.gpio.Bias;
import egate.gate.gpio.Wire;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A line as a profile writes it: its number on the chip, its name, or a section that says more,
 * such as {@code {line: GPIO17, active-low: true, bias: pull-up}}. No two keys may have the same
 * line.
 */
final class WireMapping {
  static final Pattern LINE_NAME = Pattern.compile("[A-Za-z0-9_.:/ +-]{1,31}");
  static final List<String> BIASES = Arrays.stream(Bias.values()).map(Bias::key).toList();

  /** Lines in use and the keys that use them, over inputs and outputs. */
  private final Map<String, String> users = new HashMap<>();

  Wire input(Section section, String key) throws ProfileException {
    return wire(section, key, true);
  }

  /** An output has no bias: whoever drives a line needs no resistor. */
  Wire output(Section section, String key) throws ProfileException {
    return wire(section, key, false);
  }

  private Wire wire(Section section, String key, boolean input) throws ProfileException {
    if (!section.isSection(key)) {
      return new Wire(line(section, key, key), false, Bias.AS_IS);
    }
    Section more = section.section(key);
    String line = line(more, "line", key);
    boolean activeLow = more.has("active-low") && more.flag("active-low");
    Bias bias = input && more.has("bias") ? bias(more) : Bias.AS_IS;
    more.done();
    return new Wire(line, activeLow, bias);
  }

  private static Bias bias(Section section) throws ProfileException {
    String key = section.choice("bias", BIASES);
    return Arrays.stream(Bias.values())
        .filter(bias -> bias.key().equals(key))
        .findAny()
        .orElseThrow();
  }

  private String line(Section section, String key, String user) throws ProfileException {
    String line = section.integerOrText(key, GateLines.LINE, LINE_NAME);
    String other = users.putIfAbsent(line, user);
    if (other != null) {
      throw section.refuse(
          key, "line " + line + " is used by " + other + " too", "give each its own line");
    }
    return line;
  }
}
