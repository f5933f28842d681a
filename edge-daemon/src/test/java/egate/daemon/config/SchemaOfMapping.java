package egate.daemon.config;

import egate.daemon.config.Yaml.Mapping;
import egate.daemon.config.Yaml.Scalar;
import egate.gate.Topology;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Presence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JSON Schema of profiles, asked of the mapping itself: each value of a valid profile is
 * replaced by what cannot be right, and the refusal tells type, range, form or choices.
 */
final class SchemaOfMapping {
  private static final Place NOWHERE = new Place("probe", 0);
  private static final Pattern KNOWN = Pattern.compile("or write one of (.*)");
  private static final Pattern RANGE =
      Pattern.compile("write a whole number in (-?\\d+)\\.\\.(-?\\d+)");
  private static final Pattern NUMBERS = Pattern.compile("write one of \\[(.*)\\]");
  private static final Pattern CHOICES = Pattern.compile("write one of (.*)");
  private static final Pattern FORM = Pattern.compile("; write (.*)");

  private final Mapping root;

  /** Over a valid profile in which every key is written. */
  SchemaOfMapping(Mapping root) {
    this.root = root;
  }

  Map<String, Object> schema(Map<String, String> descriptions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Hardware profile of an e-gate");
    schema.putAll(section(root, descriptions));
    return schema;
  }

  private Map<String, Object> section(Mapping section, Map<String, String> descriptions) {
    Map<String, Object> properties = new TreeMap<>();
    TreeSet<String> required = new TreeSet<>();
    for (String key : keys(section)) {
      Map<String, Object> value = new LinkedHashMap<>();
      if (descriptions.containsKey(key)) {
        value.put("description", descriptions.get(key));
      }
      value.putAll(value(section, key, descriptions));
      properties.put(key, value);
      if (without(section, key).contains(" is missing") && !dependsOnTopology(key)) {
        required.add(key);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put("required", List.copyOf(required));
    schema.put("properties", properties);
    return schema;
  }

  /** A line that one gate needs and another has not: JSON Schema leaves that to the check. */
  private static boolean dependsOnTopology(String key) {
    return Stream.of(InputLine.values())
            .anyMatch(line -> line.key().equals(key) && notEverywhere(line::in))
        || Stream.of(OutputLine.values())
            .anyMatch(line -> line.key().equals(key) && notEverywhere(line::in));
  }

  private static boolean notEverywhere(Function<Topology, Presence> in) {
    return Stream.of(Topology.values()).anyMatch(t -> in.apply(t) != Presence.NEEDED);
  }

  private Map<String, Object> value(Mapping section, String key, Map<String, String> descriptions) {
    Yaml value = section.entries().get(key);
    String asSection = with(section, key, new Mapping(NOWHERE, new LinkedHashMap<>()));
    String asFlag = with(section, key, scalar(YamlType.FLAG, "true"));
    boolean sections = !asSection.contains("is a section;");
    boolean scalars = !asFlag.contains("not a section");
    if (sections && scalars) {
      return Map.of("anyOf", List.of(number(section, key), text(section, key), wire(section, key)));
    } else if (value instanceof Mapping inner) {
      return section(inner, descriptions);
    } else if (asSection.contains("write a whole number")) {
      return number(section, key);
    }
    return asSection.contains("write true or false")
        ? Map.of("type", "boolean")
        : text(section, key);
  }

  /** The long form of a line, whose keys a section of the same kind tells. */
  private Map<String, Object> wire(Mapping section, String key) {
    Mapping wire = new Mapping(NOWHERE, new LinkedHashMap<>());
    wire.entries().put("line", scalar(YamlType.TEXT, "probe"));
    Yaml before = section.entries().put(key, wire);
    try {
      return section(wire, Map.of());
    } finally {
      restore(section, key, before);
    }
  }

  private Map<String, Object> number(Mapping section, String key) {
    String refusal = with(section, key, scalar(YamlType.INTEGER, "-1"));
    Matcher range = RANGE.matcher(refusal);
    String outside = with(section, key, scalar(YamlType.INTEGER, "7"));
    Matcher numbers = NUMBERS.matcher(outside);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    if (numbers.find()) {
      schema.put("enum", Stream.of(numbers.group(1).split(", ")).map(Integer::valueOf).toList());
    } else if (range.find()) {
      schema.put("minimum", Integer.valueOf(range.group(1)));
      schema.put("maximum", Integer.valueOf(range.group(2)));
    }
    return schema;
  }

  private Map<String, Object> text(Mapping section, String key) {
    String refusal = with(section, key, scalar(YamlType.TEXT, "\t"));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    Matcher choices = CHOICES.matcher(refusal);
    Matcher form = FORM.matcher(refusal);
    if (choices.find()) {
      schema.put(
          "enum",
          Stream.of(choices.group(1).split(", ")).filter(c -> known(section, key, c)).toList());
    } else if (form.find()) {
      schema.put("pattern", "^(" + form.group(1) + ")$");
    }
    return schema;
  }

  /** What a mapping knows only in order to refuse it is no choice. */
  private boolean known(Mapping section, String key, String choice) {
    return !with(section, key, scalar(YamlType.TEXT, choice)).contains("deliberately");
  }

  private Set<String> keys(Mapping section) {
    Matcher known = KNOWN.matcher(with(section, "zz-probe", scalar(YamlType.INTEGER, "1")));
    if (!known.find()) {
      throw new IllegalStateException("a section does not refuse an unknown key");
    }
    return new TreeSet<>(List.of(known.group(1).split(", ")));
  }

  private String with(Mapping section, String key, Yaml value) {
    Yaml before = section.entries().put(key, value);
    try {
      return refusal();
    } finally {
      restore(section, key, before);
    }
  }

  private String without(Mapping section, String key) {
    LinkedHashMap<String, Yaml> before = new LinkedHashMap<>(section.entries());
    section.entries().remove(key);
    try {
      return refusal();
    } finally {
      section.entries().clear();
      section.entries().putAll(before);
    }
  }

  private String refusal() {
    try {
      ProfileMapping.profile(Section.root(root));
      return "";
    } catch (ProfileException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void restore(
      Mapping section, String key, @org.jspecify.annotations.Nullable Yaml before) {
    if (before == null) {
      section.entries().remove(key);
    } else {
      section.entries().put(key, before);
    }
  }

  private static Scalar scalar(YamlType type, String text) {
    return new Scalar(NOWHERE, type, text);
  }
}
