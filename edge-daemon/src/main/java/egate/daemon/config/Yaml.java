package egate.daemon.config;

import java.util.LinkedHashMap;

/** What a profile consists of: mappings of scalars, each with its place. */
sealed interface Yaml {
  Place place();

  /** What a reader is told that a value is. */
  String kind();

  /** One value; plain scalars were typed by YAML's core schema, quoted ones are texts. */
  record Scalar(Place place, YamlType type, String text) implements Yaml {
    @Override
    public String kind() {
      return type.words;
    }
  }

  /** Keys in the order of the file; open to overrides until it is read. */
  record Mapping(Place place, LinkedHashMap<String, Yaml> entries) implements Yaml {
    @Override
    public String kind() {
      return "a section";
    }
  }
}
