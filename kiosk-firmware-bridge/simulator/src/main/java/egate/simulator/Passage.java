package egate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One traveller's passage as central monitoring was told of it, beside what should have come.
 *
 * @param traveller 1 for the first
 * @param result the record that the gate sent upstream
 */
record Passage(int traveller, Persona persona, JsonNode result) {

  String outcome() {
    return result.path("outcome").asText();
  }

  String cause() {
    return result.path("cause").asText();
  }

  boolean asExpected() {
    return outcome().equals(persona.outcome()) && cause().equals(persona.cause());
  }

  /** The line that {@code simulate --json} prints. */
  ObjectNode toJson(ObjectMapper json) {
    ObjectNode line = json.createObjectNode();
    line.put("traveller", traveller);
    line.put("persona", persona.id());
    line.put("outcome", outcome());
    line.put("cause", cause());
    line.set("causes", result.path("causes"));
    line.put("expected", persona.outcome());
    line.put("expected_cause", persona.cause());
    line.put("as_expected", asExpected());
    line.set("document", result.path("document"));
    line.set("checks", result.path("checks"));
    line.set("comparison", result.path("comparison"));
    line.set("phases_ms", result.path("phases_ms"));
    line.set("offline", result.path("offline"));
    return line;
  }
}
