package egate.simulator.central;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Central monitoring in small: takes results, commits each to a file, and acknowledges the highest
 * contiguous sequence that it has committed. Only that removes them from the gate.
 */
public final class Collector implements AutoCloseable {
  private final Path file;
  private final Consumer<JsonNode> listener;
  private final Mqtt5AsyncClient client;
  private final ObjectMapper json = new ObjectMapper();
  private final List<JsonNode> committed = new ArrayList<>();

  /**
   * @param port the broker's loopback port
   * @param file every payload received, a line each, as central would store it
   * @param listener told of each new result, on the client's thread
   */
  public Collector(int port, Path file, Consumer<JsonNode> listener) {
    this.file = file;
    this.listener = listener;
    this.client =
        Mqtt5Client.builder()
            .identifier("collector")
            .serverHost("127.0.0.1")
            .serverPort(port)
            .automaticReconnect()
            .initialDelay(100, TimeUnit.MILLISECONDS)
            .maxDelay(500, TimeUnit.MILLISECONDS)
            .applyAutomaticReconnect()
            .buildAsync();
  }

  /** Connects and subscribes; its session outlives an outage of the broker. */
  public void start() {
    client.connectWith().cleanStart(false).sessionExpiryInterval(3_600).send().join();
    subscribe("egate/+/results", this::receive);
    subscribe("egate/+/heads", this::receiveHead);
  }

  /** The signed heads of gates, each committed before it is acknowledged; an auditor's anchors. */
  public Path heads() {
    return file.resolveSibling("heads.jsonl");
  }

  private void subscribe(String topics, Consumer<Mqtt5Publish> callback) {
    client
        .subscribeWith()
        .topicFilter(topics)
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(callback)
        .manualAcknowledgement(true)
        .send()
        .join();
  }

  /** Everything committed so far, in order of sequence. */
  public synchronized List<JsonNode> committed() {
    return List.copyOf(committed);
  }

  /** Waits until so many results are committed; false when the time ran out. */
  public synchronized boolean await(int count, Duration limit, BooleanSupplier goOn)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (committed.size() < count && goOn.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(Math.clamp(left / 1_000_000, 1, 200));
    }
    return committed.size() >= count;
  }

  @Override
  public void close() {
    client.disconnect().exceptionally(e -> null).join();
  }

  private void receive(Mqtt5Publish publish) {
    String payload = new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
    try {
      commit(json.readTree(payload), payload);
      publish.acknowledge();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void receiveHead(Mqtt5Publish publish) {
    String payload = new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
    try {
      JsonNode head = json.readTree(payload);
      write(heads(), payload);
      String ack =
          "{\"epoch\":\"%s\",\"order\":%d}"
              .formatted(head.path("epoch").asText(), head.path("order").asLong());
      say(publish.getTopic().toString().replace("/heads", "/head-ack"), ack);
      publish.acknowledge();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Path file, String line) throws IOException {
    Files.writeString(
        file,
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  private synchronized void commit(JsonNode result, String payload) throws IOException {
    // A repetition is acknowledged again and stored once; behind a gap nothing is stored, for the
    // gate will send it again.
    if (result.path("sequence").asLong() == committed.size() + 1L) {
      write(file, payload);
      committed.add(result);
      notifyAll();
      listener.accept(result);
    }
    acknowledge(result);
  }

  private void acknowledge(JsonNode result) {
    String ack =
        "{\"epoch\":\"%s\",\"sequence\":%d}"
            .formatted(result.path("epoch").asText(), committed.size());
    say("egate/" + result.path("gate").asText() + "/ack", ack);
  }

  private void say(String topic, String message) {
    client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(message.getBytes(StandardCharsets.UTF_8))
        .send();
  }
}
