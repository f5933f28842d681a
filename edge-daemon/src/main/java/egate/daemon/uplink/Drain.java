package egate.daemon.uplink;

import egate.daemon.journal.AckAnswer;
import egate.daemon.journal.HeadJson;
import egate.daemon.journal.Outbox;
import egate.daemon.journal.OutboxRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Drains the outbox over one connection, until that is lost. */
final class Drain {
  private static final Duration IDLE_MOST = Duration.ofSeconds(1);
  private static final int DATABASE_MILLIS = 5_000;

  private final MqttConnection connection;
  private final Outbox outbox;
  private final HeadCourier heads;
  private final Bell bell;
  private final Consumer<String> trouble;
  private final Backoff backoff;
  private final SendWindow window;

  /**
   * A drain that has sent nothing yet.
   *
   * @param trouble told one line about what does not work, and an empty one when all does
   * @param backoff reset once central answers
   */
  Drain(
      MqttConnection connection,
      Outbox outbox,
      HeadCourier heads,
      Bell bell,
      Consumer<String> trouble,
      Backoff backoff) {
    this.connection = connection;
    this.outbox = outbox;
    this.heads = heads;
    this.bell = bell;
    this.trouble = trouble;
    this.backoff = backoff;
    this.window = new SendWindow(outbox.acknowledged(), now());
  }

  void run() throws ConnectionLostException, InterruptedException {
    while (true) {
      connection.requireAlive();
      try {
        takeAcknowledgements();
        window.expire(now());
        send();
        exchangeHeads();
      } catch (ExecutionException | TimeoutException e) {
        trouble.accept("the outbox does not answer: " + e.getMessage());
      }
      bell.await(IDLE_MOST);
    }
  }

  private void send() throws InterruptedException, ExecutionException, TimeoutException {
    while (window.room() > 0 && window.sent() < outbox.acknowledged() + outbox.depth()) {
      List<OutboxRecord> results = await(outbox.oldestAfter(window.sent(), window.room()));
      if (results.isEmpty()) {
        return; // not projected yet; the bell rings when it is
      }
      for (OutboxRecord result : results) {
        connection.publishResult(result.result().json());
        window.sent(result.sequence(), now());
      }
    }
  }

  private void takeAcknowledgements()
      throws InterruptedException, ExecutionException, TimeoutException {
    for (byte[] message = connection.nextAcknowledgement();
        message != null;
        message = connection.nextAcknowledgement()) {
      var acknowledgement = AcknowledgementParser.parse(message);
      if (acknowledgement.isEmpty()) {
        trouble.accept("an acknowledgement was refused: it is malformed");
      } else {
        take(acknowledgement.get());
      }
    }
  }

  private void take(Acknowledgement acknowledgement)
      throws InterruptedException, ExecutionException, TimeoutException {
    switch (await(outbox.acknowledge(acknowledgement.epoch(), acknowledgement.number()))) {
      case AckAnswer.Removed removed -> {
        window.acknowledged(removed.upTo(), now());
        backoff.reset();
        trouble.accept("");
      }
      case AckAnswer.Replayed _ -> {}
      case AckAnswer.OtherChain other ->
          trouble.accept(
              "an acknowledgement was refused: central holds other results up to "
                  + other.sequence());
      case AckAnswer.ForeignEpoch foreign ->
          trouble.accept(
              "an acknowledgement was refused: epoch " + foreign.epoch() + " is not ours");
      case AckAnswer.FromTheFuture future ->
          trouble.accept(
              "an acknowledgement was refused: result "
                  + future.sequence()
                  + " does not exist, the"
                  + " last is "
                  + future.last());
    }
  }

  /** A word about a head that is malformed or of another one changes nothing. */
  private void exchangeHeads() {
    try {
      for (byte[] message = connection.nextHeadAcknowledgement();
          message != null;
          message = connection.nextHeadAcknowledgement()) {
        var word = AcknowledgementParser.parseOfHead(message);
        if (word.isPresent()) {
          heads.acknowledged(word.get());
        }
      }
    } catch (IOException e) {
      trouble.accept("the acknowledged head cannot be kept: " + e.getMessage());
    }
    heads.due(now()).ifPresent(head -> connection.publishHead(HeadJson.of(head)));
  }

  private static <T> T await(CompletableFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(DATABASE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Monotonic time. */
  private static Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }
}
