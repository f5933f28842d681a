package egate.command;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line (RFC 8259), its keys in the order in which they were put. */
final class JsonObject {
  private final StringJoiner members = new StringJoiner(", ", "{", "}");

  JsonObject put(String key, @Nullable String value) {
    return member(key, value == null ? "null" : quoted(value));
  }

  JsonObject put(String key, long value) {
    return member(key, Long.toString(value));
  }

  JsonObject put(String key, boolean value) {
    return member(key, Boolean.toString(value));
  }

  /** Rounded to so many decimals; null for what is no number. */
  JsonObject put(String key, double value, int decimals) {
    return member(key, Double.isNaN(value) ? "null" : rounded(value, decimals));
  }

  JsonObject put(String key, List<JsonObject> values) {
    return member(key, values.toString());
  }

  private JsonObject member(String key, String value) {
    members.add(quoted(key) + ": " + value);
    return this;
  }

  static String rounded(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
