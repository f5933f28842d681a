package egate.daemon.config;

import egate.daemon.config.Yaml.Mapping;
import egate.daemon.config.Yaml.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one section key by key; {@link #done} refuses what nobody asked for.
 *
 * <p>Every method throws the one line that tells what is wrong with its key.
 */
final class Section {
  private final String prefix;
  private final Mapping mapping;
  private final @Nullable List<ProfileException> findings;
  private final Set<String> known = new HashSet<>();

  private Section(String prefix, Mapping mapping, @Nullable List<ProfileException> findings) {
    this.prefix = prefix;
    this.mapping = mapping;
    this.findings = findings;
  }

  static Section root(Mapping mapping) {
    return new Section("", mapping, null);
  }

  /**
   * For a check that is to find more than one mistake: goes on after a finding wherever a value can
   * be put in its place. What is read so must not be used.
   */
  static Section collecting(Mapping mapping, List<ProfileException> findings) {
    return new Section("", mapping, findings);
  }

  /** A whole number in decimal digits. */
  int integer(String key, Range range) throws ProfileException {
    Scalar scalar = scalar(key, YamlType.INTEGER);
    try {
      int value = Integer.parseInt(scalar.text());
      if (range.contains(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Too long for an int, or not decimal: outside every range that a profile has.
    }
    return instead(
        finding(
            scalar, key, scalar.text() + " is out of range", "write a whole number in " + range),
        range.least());
  }

  /** The same where the key may be left out. */
  int integer(String key, Range range, int usual) throws ProfileException {
    known.add(key);
    return mapping.entries().containsKey(key) ? integer(key, range) : usual;
  }

  boolean flag(String key) throws ProfileException {
    return Boolean.parseBoolean(scalar(key, YamlType.FLAG).text());
  }

  String text(String key, Pattern form) throws ProfileException {
    Scalar scalar = scalar(key, YamlType.TEXT);
    if (!form.matcher(scalar.text()).matches()) {
      throw finding(scalar, key, "has a form that is not allowed", "write " + form.pattern());
    }
    return scalar.text();
  }

  Optional<String> optionalText(String key, Pattern form) throws ProfileException {
    known.add(key);
    return mapping.entries().containsKey(key) ? Optional.of(text(key, form)) : Optional.empty();
  }

  String choice(String key, List<String> choices) throws ProfileException {
    Scalar scalar = scalar(key, YamlType.TEXT);
    if (!choices.contains(scalar.text())) {
      return instead(
          finding(scalar, key, "is not known here", "write one of " + String.join(", ", choices)),
          choices.getFirst());
    }
    return scalar.text();
  }

  int integerChoice(String key, List<Integer> choices) throws ProfileException {
    int value = integer(key, Range.of(0, Integer.MAX_VALUE));
    if (!choices.contains(value)) {
      return instead(
          refuse(key, value + " is not possible", "write one of " + choices), choices.getFirst());
    }
    return value;
  }

  /** A whole number, as text, or a name of a form that no number has. */
  String integerOrText(String key, Range range, Pattern form) throws ProfileException {
    boolean named = required(key) instanceof Scalar scalar && scalar.type() == YamlType.TEXT;
    return named ? text(key, form) : Integer.toString(integer(key, range));
  }

  /** Whether a key that may be left out is there. */
  boolean has(String key) {
    known.add(key);
    return mapping.entries().containsKey(key);
  }

  /** Whether a key that must be there is a section. */
  boolean isSection(String key) throws ProfileException {
    return required(key) instanceof Mapping;
  }

  Section section(String key) throws ProfileException {
    Yaml value = required(key);
    if (value instanceof Mapping inner) {
      return new Section(name(key) + ".", inner, findings);
    }
    throw finding(value, key, "is " + value.kind() + ", not a section", "write its keys below it");
  }

  Optional<Section> optionalSection(String key) throws ProfileException {
    return has(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** Refuses keys that were never asked for: a misspelt key must not be silently without effect. */
  void done() throws ProfileException {
    for (var entry : mapping.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        var _ =
            instead(
                finding(
                    entry.getValue(),
                    entry.getKey(),
                    "is not a key of a profile",
                    "remove it, or write one of " + String.join(", ", new TreeSet<>(known))),
                entry.getKey());
      }
    }
  }

  /** A finding about a value that was read before, for rules that need more than one key. */
  ProfileException refuse(String key, String what, String advice) throws ProfileException {
    return finding(required(key), key, what, advice);
  }

  /** A finding about a key that must not be there. */
  void refuseIfThere(String key, String what, String advice) throws ProfileException {
    if (mapping.entries().containsKey(key)) {
      var _ = instead(refuse(key, what, advice), key);
    }
  }

  private <T> T instead(ProfileException finding, T value) throws ProfileException {
    if (findings == null) {
      throw finding;
    }
    findings.add(finding);
    return value;
  }

  private Scalar scalar(String key, YamlType type) throws ProfileException {
    Yaml value = required(key);
    if (value instanceof Scalar scalar && scalar.type() == type) {
      return scalar;
    }
    String advice =
        switch (type) {
          case TEXT -> "write a text, in quotes if it looks like a number";
          case INTEGER -> "write a whole number without quotes";
          case FLAG -> "write true or false";
          case DECIMAL, NOTHING -> throw new IllegalArgumentException("no key is of type " + type);
        };
    throw finding(value, key, "is " + value.kind(), advice);
  }

  private Yaml required(String key) throws ProfileException {
    known.add(key);
    Yaml value = mapping.entries().get(key);
    if (value == null) {
      throw ProfileException.at(mapping.place(), name(key), "is missing", "add it to this section");
    }
    return value;
  }

  private ProfileException finding(Yaml value, String key, String what, String advice) {
    return ProfileException.at(value.place(), name(key), what, advice);
  }

  private String name(String key) {
    return prefix + key;
  }
}
