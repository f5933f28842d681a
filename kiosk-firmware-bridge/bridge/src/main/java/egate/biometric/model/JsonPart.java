package egate.biometric.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One object of a manifest. Whatever is not asked for is refused at its end. */
final class JsonPart {
  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();

  JsonPart(String path, JsonNode node) throws PackException {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw malformed(path, "is no object");
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  JsonPart part(String key) throws PackException {
    return new JsonPart(path(key), get(key));
  }

  String text(String key) throws PackException {
    JsonNode value = get(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw malformed(path(key), "is no text");
    }
    return value.textValue();
  }

  boolean flag(String key) throws PackException {
    JsonNode value = get(key);
    if (!value.isBoolean()) {
      throw malformed(path(key), "is neither true nor false");
    }
    return value.booleanValue();
  }

  int whole(String key, int least, int most) throws PackException {
    JsonNode value = get(key);
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw malformed(path(key), "is no whole number from " + least + " to " + most);
    }
    return value.intValue();
  }

  double number(String key, double least, double most) throws PackException {
    return number(path(key), get(key), least, most);
  }

  /** Three numbers. */
  Pixels.Triple triple(String key) throws PackException {
    List<Double> three = numbers(path(key), get(key), 3);
    return new Pixels.Triple(three.get(0), three.get(1), three.get(2));
  }

  /** A list of pairs of numbers. */
  List<RecogniserModel.Place> places(String key) throws PackException {
    List<RecogniserModel.Place> places = new ArrayList<>();
    for (JsonNode pair : list(key)) {
      List<Double> two = numbers(path(key), pair, 2);
      places.add(new RecogniserModel.Place(two.get(0), two.get(1)));
    }
    return places;
  }

  List<JsonPart> parts(String key) throws PackException {
    List<JsonPart> parts = new ArrayList<>();
    for (JsonNode each : list(key)) {
      parts.add(new JsonPart(path(key) + "[" + parts.size() + "]", each));
    }
    return parts;
  }

  /** Refuses a key that nobody asked for. */
  void requireNothingElse() throws PackException {
    for (String key : (Iterable<String>) node::fieldNames) {
      if (!asked.contains(key)) {
        throw malformed(path(key), "is not known");
      }
    }
  }

  private JsonNode list(String key) throws PackException {
    JsonNode list = get(key);
    if (!list.isArray() || list.size() > 100) {
      throw malformed(path(key), "is no list of at most 100");
    }
    return list;
  }

  private JsonNode get(String key) throws PackException {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      throw malformed(path(key), "is missing");
    }
    return value;
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static List<Double> numbers(String path, JsonNode list, int count) throws PackException {
    if (!list.isArray() || list.size() != count) {
      throw malformed(path, "is no list of " + count + " numbers");
    }
    List<Double> numbers = new ArrayList<>();
    for (JsonNode each : list) {
      numbers.add(number(path, each, -10_000, 10_000));
    }
    return numbers;
  }

  private static double number(String path, JsonNode value, double least, double most)
      throws PackException {
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(number >= least && number <= most)) {
      throw malformed(path, "is no number from " + least + " to " + most);
    }
    return number;
  }

  private static PackException malformed(String path, String what) {
    return new PackException(PackException.Fault.MALFORMED, "manifest: " + path + " " + what);
  }
}
