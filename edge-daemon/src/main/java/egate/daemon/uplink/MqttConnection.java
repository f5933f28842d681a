package egate.daemon.uplink;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the broker, from its begin to its loss; it never reconnects by itself.
 *
 * <p>The session ends with it: whatever was under way is sent again from the outbox, which needs no
 * session for that.
 */
final class MqttConnection implements AutoCloseable {
  private static final int CONNECT_MILLIS = 4_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final int DISCONNECT_MILLIS = 1_000;
  private static final int KEEP_ALIVE_SECONDS = 10;

  /** Acknowledgements not looked at yet; a dropped one is made up for by the next. */
  private static final int ACKNOWLEDGEMENTS_MAX = 64;

  private final Topics topics;
  private final Bell bell;
  private final Mqtt5AsyncClient client;
  private final BlockingQueue<byte[]> acknowledgements =
      new ArrayBlockingQueue<>(ACKNOWLEDGEMENTS_MAX);
  private final BlockingQueue<byte[]> ofHeads = new ArrayBlockingQueue<>(ACKNOWLEDGEMENTS_MAX);
  private volatile @Nullable String lost;
  private volatile boolean abandoned;

  private MqttConnection(Broker broker, Topics topics, Bell bell) {
    this.topics = topics;
    this.bell = bell;
    client =
        Mqtt5Client.builder()
            .identifier(topics.client())
            .transportConfig()
            .serverAddress(broker.address())
            .socketConnectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
            .mqttConnectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
            .applyTransportConfig()
            .executorConfig()
            .nettyThreads(1)
            .applyExecutorConfig()
            .addDisconnectedListener(gone -> lose("connection lost", gone.getCause()))
            .buildAsync();
  }

  /**
   * Connects and subscribes to the acknowledgements.
   *
   * @param bell rung at each acknowledgement and when the connection is lost
   */
  static MqttConnection open(Broker broker, Topics topics, Bell bell)
      throws ConnectionLostException, InterruptedException {
    MqttConnection connection = new MqttConnection(broker, topics, bell);
    boolean complete = false;
    try {
      connection.connect();
      connection.collect(topics.acknowledgements(), connection.acknowledgements);
      connection.collect(topics.headAcknowledgements(), connection.ofHeads);
      complete = true;
      return connection;
    } finally {
      if (!complete) {
        connection.close();
      }
    }
  }

  /** Joins this connection to the terminal control centre. */
  void join(TerminalPost post) throws ConnectionLostException, InterruptedException {
    subscribe(topics.terminalSignatures(), message -> post.received(message.getPayloadAsBytes()));
    post.connected(json -> publish(topics.terminalChallenges(), json));
  }

  /** Sends a result; whether the broker took it shows in {@link #requireAlive} alone. */
  void publishResult(String json) {
    publish(topics.results(), json);
  }

  /** Sends a signed head, likewise. */
  void publishHead(String json) {
    publish(topics.heads(), json);
  }

  private void publish(String topic, String json) {
    Mqtt5Publish publish =
        Mqtt5Publish.builder()
            .topic(topic)
            .payload(json.getBytes(StandardCharsets.US_ASCII))
            .qos(MqttQos.AT_LEAST_ONCE)
            .contentType("application/json")
            .build();
    CompletableFuture<Mqtt5PublishResult> answer = client.publish(publish);
    var _ =
        answer.whenComplete(
            (result, failure) -> {
              Throwable error = result == null ? failure : result.getError().orElse(null);
              if (error != null) {
                lose("a message was refused", error);
              }
            });
  }

  /** The next acknowledgement of results that came in, or null. */
  byte @Nullable [] nextAcknowledgement() {
    return acknowledgements.poll();
  }

  /** The next acknowledgement of a head that came in, or null. */
  byte @Nullable [] nextHeadAcknowledgement() {
    return ofHeads.poll();
  }

  /** Throws when the connection is lost. */
  void requireAlive() throws ConnectionLostException {
    String line = lost;
    if (line != null) {
      throw new ConnectionLostException(line);
    }
  }

  /** Disconnects, waiting at most a second. */
  @Override
  public void close() {
    abandoned = true;
    try {
      client.disconnect().get(DISCONNECT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // It was not connected any more, or the broker no longer listens.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect() throws ConnectionLostException, InterruptedException {
    var answer = client.connectWith().cleanStart(true).keepAlive(KEEP_ALIVE_SECONDS).send();
    var _ = answer.thenRun(this::disconnectIfAbandoned);
    await("not connected", answer);
  }

  private void collect(String topic, BlockingQueue<byte[]> messages)
      throws ConnectionLostException, InterruptedException {
    subscribe(topic, message -> received(message, messages));
  }

  private void subscribe(String topic, Consumer<Mqtt5Publish> callback)
      throws ConnectionLostException, InterruptedException {
    await(
        topic + " cannot be subscribed to",
        client
            .subscribeWith()
            .topicFilter(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .callback(callback)
            .executor(Runnable::run)
            .send());
  }

  private void received(Mqtt5Publish message, BlockingQueue<byte[]> messages) {
    if (messages.offer(message.getPayloadAsBytes())) {
      bell.ring();
    }
  }

  /** The client cannot be told to stop connecting; what comes about too late is ended here. */
  private void disconnectIfAbandoned() {
    if (abandoned) {
      var _ = client.disconnect();
    }
  }

  private void lose(String what, @Nullable Throwable cause) {
    if (lost == null) {
      lost = what + ": " + innermost(cause);
    }
    bell.ring();
  }

  private static void await(String what, CompletableFuture<?> answer)
      throws ConnectionLostException, InterruptedException {
    try {
      answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new ConnectionLostException(what + ": " + innermost(e.getCause()));
    } catch (TimeoutException e) {
      throw new ConnectionLostException(what + ": no answer in " + ANSWER_MILLIS + " ms");
    }
  }

  private static String innermost(@Nullable Throwable failure) {
    Throwable inner = failure;
    while (inner != null && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner).lines().findFirst().orElse("");
  }
}
