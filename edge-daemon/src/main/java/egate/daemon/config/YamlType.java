package egate.daemon.config;

/** Types of the core schema. */
enum YamlType {
  TEXT("a text"),
  INTEGER("a whole number"),
  FLAG("true or false"),
  DECIMAL("a decimal number"),
  NOTHING("empty");

  final String words;

  YamlType(String words) {
    this.words = words;
  }
}
