package egate.daemon.uplink;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import egate.daemon.journal.HeadJson;
import egate.daemon.journal.SignedHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Central monitoring: takes results, commits those that are next, and acknowledges when told to.
 */
final class TestCentral implements AutoCloseable {
  static final String GATE = "SIM-1";
  private static final Pattern RESULT =
      Pattern.compile("\\{\"epoch\":\"([0-9a-f-]{36})\",\"sequence\":(\\d+)}");

  private final Mqtt5AsyncClient client;
  private final boolean acknowledging;
  private final List<Long> received = new ArrayList<>();
  private final List<Long> committed;
  private final List<SignedHead> heads = new ArrayList<>();
  private final List<String> challenges = new ArrayList<>();
  private String terminalSignature = "";

  /** Connects to the broker and goes on behind what was committed before. */
  TestCentral(int port, boolean acknowledging, List<Long> committedBefore) throws Exception {
    this.acknowledging = acknowledging;
    committed = new ArrayList<>(committedBefore);
    client =
        Mqtt5Client.builder()
            .identifier("central")
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildAsync();
    client.connect().get(10, TimeUnit.SECONDS);
    subscribe("egate/+/results", this::receive);
    subscribe("egate/+/heads", this::receiveHead);
    subscribe("egate/+/terminal/challenges", this::receiveChallenge);
  }

  TestCentral(int port, boolean acknowledging) throws Exception {
    this(port, acknowledging, List.of());
  }

  /** Every sequence that came in, repetitions included. */
  synchronized List<Long> received() {
    return List.copyOf(received);
  }

  /** Every sequence once, in the order in which they were committed. */
  synchronized List<Long> committed() {
    return List.copyOf(committed);
  }

  void acknowledge(UUID epoch, long sequence) {
    say("{\"epoch\":\"" + epoch + "\",\"sequence\":" + sequence + "}");
  }

  /** Every signed head that came in. */
  synchronized List<SignedHead> heads() {
    return List.copyOf(heads);
  }

  /** As the terminal control centre, answers each challenge with this, in hexadecimal. */
  synchronized void signs(String signature) {
    terminalSignature = signature;
  }

  /** Answers challenges no more. */
  synchronized void silent() {
    terminalSignature = "";
  }

  /** Every challenge that came in. */
  synchronized List<String> challenges() {
    return List.copyOf(challenges);
  }

  private synchronized void receiveChallenge(Mqtt5Publish message) {
    String challenge = new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    challenges.add(challenge);
    if (!terminalSignature.isEmpty()) {
      String request = challenge.substring(0, challenge.indexOf(','));
      say("terminal/signatures", request + ",\"signature\":\"" + terminalSignature + "\"}");
    }
  }

  /** Says that it keeps a head over the entries up to that one. */
  void keeps(UUID epoch, long order) {
    say("head-ack", "{\"epoch\":\"" + epoch + "\",\"order\":" + order + "}");
  }

  void say(String message) {
    say("ack", message);
  }

  private void say(String topic, String message) {
    var _ =
        client
            .publishWith()
            .topic("egate/" + GATE + "/" + topic)
            .payload(message.getBytes(StandardCharsets.UTF_8))
            .qos(MqttQos.AT_LEAST_ONCE)
            .send();
  }

  @Override
  public void close() {
    client.disconnect().exceptionally(_ -> null).join();
  }

  private void subscribe(String topics, Consumer<Mqtt5Publish> callback) throws Exception {
    var _ =
        client
            .subscribeWith()
            .topicFilter(topics)
            .qos(MqttQos.AT_LEAST_ONCE)
            .callback(callback)
            .executor(Runnable::run)
            .send()
            .get(10, TimeUnit.SECONDS);
  }

  private synchronized void receiveHead(Mqtt5Publish publish) {
    String json = new String(publish.getPayloadAsBytes(), StandardCharsets.US_ASCII);
    heads.add(HeadJson.parse(json).orElseThrow());
  }

  private synchronized void receive(Mqtt5Publish publish) {
    Matcher result =
        RESULT.matcher(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8));
    if (!result.matches()) {
      throw new AssertionError("no result: " + result);
    }
    long sequence = Long.parseLong(result.group(2));
    received.add(sequence);
    if (sequence == committed.size() + 1L) {
      committed.add(sequence);
    }
    if (acknowledging) {
      acknowledge(UUID.fromString(result.group(1)), committed.size());
    }
  }
}
