package egate.simulator.central;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import egate.emrtd.KeyUnavailableException;
import egate.terminal.TerminalKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A terminal control centre in small: signs whatever hash a gate sends, with that gate's key. */
public final class ControlCentre implements AutoCloseable {
  private final TerminalKey key;
  private final Mqtt5AsyncClient client;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Connects and waits for challenges.
   *
   * @param port the broker's loopback port
   */
  public static ControlCentre start(int port, TerminalKey key) {
    ControlCentre centre = new ControlCentre(port, key);
    centre.client.connect().join();
    centre
        .client
        .subscribeWith()
        .topicFilter("egate/+/terminal/challenges")
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(centre::answer)
        .send()
        .join();
    return centre;
  }

  private ControlCentre(int port, TerminalKey key) {
    this.key = key;
    this.client =
        Mqtt5Client.builder()
            .identifier("terminal-control-centre")
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildAsync();
  }

  private void answer(Mqtt5Publish challenge) {
    try {
      JsonNode asked = json.readTree(challenge.getPayloadAsBytes());
      String answer =
          "{\"request\":%d,\"signature\":\"%s\"}"
              .formatted(asked.path("request").asLong(), signature(asked.path("hash").asText()));
      client
          .publishWith()
          .topic(challenge.getTopic().toString().replace("/challenges", "/signatures"))
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(answer.getBytes(StandardCharsets.UTF_8))
          .send();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In hexadecimal; nothing for a refusal. */
  private String signature(String hash) {
    try {
      return HexFormat.of().formatHex(key.sign(HexFormat.of().parseHex(hash)));
    } catch (KeyUnavailableException | IllegalArgumentException e) {
      return "";
    }
  }

  @Override
  public void close() {
    client.disconnect().exceptionally(e -> null).join();
  }
}
