package egate.daemon.uplink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.journal.Anchor;
import egate.daemon.journal.DatabaseKey;
import egate.daemon.journal.Entries;
import egate.daemon.journal.Journal;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.Keys;
import egate.daemon.journal.Outbox;
import egate.daemon.journal.RecordStores;
import egate.daemon.journal.SignedHead;
import egate.daemon.journal.Telemetry;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The uplink against a real MQTT 5 broker. */
class UplinkTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @TempDir Path state;
  private int port;
  private Journal journal;
  private Outbox outbox;

  @BeforeEach
  void openStores() throws Exception {
    port = TestBroker.freePort();
    journal = Entries.open(state.resolve("journal"));
    Path key = Files.writeString(state.resolve("database.key"), "0a".repeat(32));
    outbox =
        Outbox.open(state.resolve("db"), DatabaseKey.read(key), journal, InstantSource.system());
  }

  @AfterEach
  void closeStores() {
    outbox.close();
    journal.close();
  }

  private RecordStores stores() throws JournalException {
    Telemetry telemetry = Telemetry.open(state.resolve("telemetry"), journal, 1 << 20);
    telemetry.close(); // an uplink sends none
    return new RecordStores(journal, outbox, telemetry, Anchor.read(anchor()));
  }

  private Path anchor() {
    return state.resolve("anchor.json");
  }

  private Uplink start() throws BrokerRefusedException, JournalException {
    Broker broker = Broker.of("127.0.0.1", port);
    return Uplink.start(broker, TestCentral.GATE, stores(), new Random(1));
  }

  private void pass(long first, long last) throws JournalException {
    for (long number = first; number <= last; number++) {
      Entries.append(journal, number, number);
      outbox.enqueue(Entries.result(number));
    }
  }

  private static List<Long> sequences(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "in vain: " + what + ", threads " + threads());
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Test
  void everyResultArrivesInOrderThoughTheBrokerIsDownForAWhile() throws Exception {
    pass(1, 150);
    try (Uplink uplink = start()) {
      await("a failed attempt", () -> uplink.status().why().startsWith("not connected: "));
      List<Long> committed;
      try (TestBroker _ = new TestBroker(port);
          TestCentral central = new TestCentral(port, true)) {
        await("the first 150", () -> uplink.status().depth() == 0);
        assertTrue(uplink.status().connected());
        committed = central.committed();
      }
      assertEquals(sequences(1, 150), committed);

      await("the loss", () -> !uplink.status().connected());
      pass(151, 300);
      assertEquals(150, uplink.status().depth());
      try (TestBroker _ = new TestBroker(port);
          TestCentral central = new TestCentral(port, true, committed)) {
        await("the other 150", () -> uplink.status().depth() == 0);
        assertEquals(sequences(1, 300), central.committed());
      }
    }
  }

  @Test
  void noMoreThanAWindowIsOnItsWay() throws Exception {
    pass(1, 200);
    try (TestBroker _ = new TestBroker(port);
        TestCentral central = new TestCentral(port, false);
        Uplink _ = start()) {
      await("a window, twice", () -> central.received().stream().filter(s -> s == 64).count() == 2);
      assertEquals(sequences(1, 64), central.committed());
      central.acknowledge(Entries.EPOCH, 100);
      await("the next window", () -> central.received().contains(164L));
      assertFalse(central.received().contains(165L));
    }
  }

  @Test
  void theBrokersWordRemovesNothing() throws Exception {
    try (TestBroker _ = new TestBroker(port);
        TestCentral central = new TestCentral(port, false);
        Uplink uplink = start()) {
      pass(1, 10);
      // The second copy of the last one comes only after the broker had taken the first of all.
      await("a repetition", () -> central.received().stream().filter(s -> s == 10).count() == 2);
      assertEquals(new UplinkStatus(true, "", 10, 0), uplink.status());
      central.acknowledge(Entries.EPOCH, 10);
      await("the acknowledgement", () -> uplink.status().depth() == 0);
      assertEquals(10, uplink.status().acknowledged());
    }
  }

  @Test
  void whatAKilledBrokerLostIsSentAgain() throws Exception {
    try (Uplink uplink = start()) {
      pass(1, 20);
      try (TestBroker _ = new TestBroker(port);
          TestCentral central = new TestCentral(port, false)) {
        await("all of them", () -> central.received().contains(20L));
      }
      await("the loss", () -> !uplink.status().connected());
      assertEquals(20, uplink.status().depth());
      try (TestBroker _ = new TestBroker(port);
          TestCentral central = new TestCentral(port, true)) {
        await("all of them again", () -> uplink.status().depth() == 0);
        assertEquals(sequences(1, 20), central.committed());
      }
    }
  }

  @Test
  void forgedAcknowledgementsRemoveNothingAndAreTold() throws Exception {
    try (TestBroker _ = new TestBroker(port);
        TestCentral central = new TestCentral(port, false);
        Uplink uplink = start()) {
      pass(1, 5);
      await("all of them", () -> central.received().contains(5L));
      central.acknowledge(Entries.OTHER_EPOCH, 5);
      await("foreign epoch", () -> uplink.status().why().contains("is not ours"));
      central.acknowledge(Entries.EPOCH, 6);
      await("future", () -> uplink.status().why().contains("result 6 does not exist"));
      central.say("{\"sequence\":5}");
      await("malformed", () -> uplink.status().why().contains("it is malformed"));
      assertEquals(5, uplink.status().depth());
      central.acknowledge(Entries.EPOCH, 5);
      await("the real one", () -> uplink.status().equals(new UplinkStatus(true, "", 0, 5)));
    }
  }

  @Test
  void aNewResultLeavesAtOnce() throws Exception {
    try (TestBroker _ = new TestBroker(port);
        TestCentral central = new TestCentral(port, true);
        Uplink uplink = start()) {
      await("connection", () -> uplink.status().connected());
      for (long number = 1; number <= 5; number++) {
        long expected = number;
        pass(number, number);
        await("result " + number, () -> central.committed().contains(expected));
        await("its acknowledgement", () -> uplink.status().acknowledged() == expected);
      }
      assertEquals(sequences(1, 5), central.received());
    }
  }

  @Test
  void closingEndsItsThreadsInTimeWhateverTheBrokerDoes() throws Exception {
    Uplink unreachable = start();
    await("a failed attempt", () -> unreachable.status().why().startsWith("not connected: "));
    requireQuickEnd(unreachable);
    try (TestBroker _ = new TestBroker(port)) {
      Uplink connected = start();
      await("connection", () -> connected.status().connected());
      requireQuickEnd(connected);
    }
    try (var silent = new ServerSocket(port)) {
      assertTrue(silent.isBound());
      requireQuickEnd(start());
    }
  }

  @Test
  void withoutABrokerResultsWait() throws JournalException {
    try (Uplink uplink = Uplink.buffering(stores())) {
      pass(1, 3);
      assertEquals(new UplinkStatus(false, "no broker is configured", 3, 0), uplink.status());
    }
  }

  @Test
  void aSignedHeadLeavesUntilCentralSaysThatItKeepsIt() throws Exception {
    pass(1, 2);
    SignedHead first = journal.sign(Keys.device(), 7_000);
    try (TestBroker _ = new TestBroker(port);
        TestCentral central = new TestCentral(port, false);
        Uplink _ = start()) {
      await("the head", () -> central.heads().contains(first));
      central.keeps(Entries.OTHER_EPOCH, first.order());
      central.keeps(Entries.EPOCH, first.order() + 100);
      SignedHead second = journal.sign(Keys.device(), 8_000);
      await("the next head", () -> central.heads().contains(second));
      assertNull(Anchor.read(anchor()).head(), "central spoke of others");
      central.keeps(Entries.EPOCH, second.order());
      await("the anchor", () -> second.equals(Anchor.read(anchor()).head()));
    }
    try (TestBroker _ = new TestBroker(port);
        TestCentral central = new TestCentral(port, false);
        Uplink uplink = start()) {
      await("connection", () -> uplink.status().connected());
      await("results", () -> central.received().contains(2L));
      assertEquals(List.of(), central.heads(), "central has it");
    }
  }

  private static void requireQuickEnd(Uplink uplink) {
    long begun = System.nanoTime();
    uplink.close();
    long tookMillis = (System.nanoTime() - begun) / 1_000_000;
    assertTrue(tookMillis < 6_000, "close took " + tookMillis + " ms");
    assertFalse(uplink.status().connected());
    await("the end of its threads", () -> threads().isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.equals("uplink") || name.startsWith("com.hivemq"))
        .toList();
  }

  @Test
  void theTerminalControlCentreAnswersOverTheSameConnection() throws Exception {
    TerminalPost post = new TerminalPost(6);
    BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    post.ask(new byte[20], answers::add);
    assertEquals(0, answers.remove().length, "nobody can be reached yet");
    try (TestBroker _ = new TestBroker(port);
        TestCentral central = new TestCentral(port, true);
        Uplink uplink =
            Uplink.start(
                Broker.of("127.0.0.1", port),
                TestCentral.GATE,
                stores(),
                Optional.of(post),
                new Random(1))) {
      central.signs("0102ff");
      await("the connection", () -> uplink.status().connected());
      post.ask(new byte[] {7}, answers::add);
      assertArrayEquals(new byte[] {1, 2, -1}, answers.poll(30, TimeUnit.SECONDS));
      assertEquals(List.of("{\"request\":8,\"hash\":\"07\"}"), central.challenges());
      central.silent();
      post.ask(new byte[] {8}, answers::add);
      await("the second challenge", () -> central.challenges().size() == 2);
    }
    byte[] last = Optional.ofNullable(answers.poll(30, TimeUnit.SECONDS)).orElseThrow();
    assertEquals(0, last.length, "the connection ended before");
  }
}
