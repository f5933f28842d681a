package egate.daemon.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** What central says: one JSON object without anything inside or behind it, each field once. */
final class FlatObject {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private FlatObject() {}

  /** Takes one field. */
  interface Field {
    /**
     * Looks at a field and its value.
     *
     * @param value on the field's value
     * @return false if such a field has no place here
     * @throws IllegalArgumentException if its value has none
     */
    boolean take(String name, JsonParser value) throws IOException;
  }

  /**
   * Reads a message to its end.
   *
   * @param bytesMax longer ones are not looked at
   * @return false if it is no such object, or a field was not taken
   */
  static boolean read(byte[] message, int bytesMax, Field field) {
    if (message.length > bytesMax) {
      return false;
    }
    try (JsonParser json = JSON.createParser(message)) {
      return json.nextToken() == JsonToken.START_OBJECT && readFields(json, field);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean readFields(JsonParser json, Field field) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (!field.take(name, json)) {
        return false;
      }
    }
    return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
  }
}
