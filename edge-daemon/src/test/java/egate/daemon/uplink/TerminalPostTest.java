package egate.daemon.uplink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.report.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalPostTest {
  private final List<String> sent = new ArrayList<>();
  private final List<byte[]> answers = new ArrayList<>();
  private final TerminalPost post = new TerminalPost(41);

  private void say(String message) {
    post.received(message.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anAnswerReachesWhoeverAsked() {
    post.connected(sent::add);
    post.ask(new byte[] {1, (byte) 0xAB}, answers::add);
    assertEquals(List.of("{\"request\":42,\"hash\":\"01ab\"}"), sent);
    say("{\"request\":42,\"signature\":\"0102FF\"}");
    assertEquals(1, answers.size());
    assertArrayEquals(new byte[] {1, 2, (byte) 0xFF}, answers.getFirst());
    say("{\"request\":42,\"signature\":\"0102FF\"}");
    assertEquals(1, answers.size(), "once is enough");
  }

  @Test
  void anAnswerToAnotherRequestIsLeftAside() {
    post.connected(sent::add);
    post.ask(new byte[20], answers::add);
    say("{\"request\":41,\"signature\":\"00\"}");
    say("{\"request\":43,\"signature\":\"00\"}");
    assertTrue(answers.isEmpty());
    post.ask(new byte[20], _ -> {});
    say("{\"request\":42,\"signature\":\"00\"}");
    assertTrue(answers.isEmpty(), "the first is forgotten with the second");
  }

  @Test
  void whereNobodyCanBeReachedTheAnswerIsNothing() {
    post.ask(new byte[20], answers::add);
    post.connected(sent::add);
    post.ask(new byte[20], answers::add);
    post.disconnected();
    post.ask(new byte[20], answers::add);
    assertEquals(3, answers.size());
    answers.forEach(answer -> assertEquals(0, answer.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"request\":42}",
        "{\"signature\":\"00\"}",
        "{\"request\":42,\"signature\":\"0\"}",
        "{\"request\":42,\"signature\":\"xy\"}",
        "{\"request\":\"42\",\"signature\":\"00\"}",
        "{\"request\":42,\"signature\":null}",
        "{\"request\":42,\"signature\":\"00\",\"more\":1}",
        "{\"request\":42,\"request\":42,\"signature\":\"00\"}",
        "{\"request\":42,\"signature\":\"00\"}{}",
        "{\"request\":99999999999999999999,\"signature\":\"00\"}"
      })
  void aMalformedAnswerIsNone(String message) {
    post.connected(sent::add);
    post.ask(new byte[20], answers::add);
    say(message);
    assertTrue(answers.isEmpty());
  }

  @Test
  void everyTruncationIsNoAnswer() {
    byte[] whole = "{\"request\":42,\"signature\":\"0102\"}".getBytes(StandardCharsets.US_ASCII);
    for (int length = 0; length < whole.length; length++) {
      assertTrue(TerminalAnswerParser.parse(Arrays.copyOf(whole, length)).isEmpty());
    }
    assertTrue(TerminalAnswerParser.parse(whole).isPresent());
  }

  @Test
  void aSignatureThatIsTooLongIsNoAnswer() {
    String most = "00".repeat(Order.TerminalSignature.BYTES_MAX);
    assertTrue(parsed(most).isPresent());
    assertTrue(parsed(most + "00").isEmpty());
    assertTrue(parsed("00".repeat(4_096)).isEmpty());
  }

  private static Optional<TerminalAnswer> parsed(String signature) {
    String message = "{\"request\":42,\"signature\":\"" + signature + "\"}";
    return TerminalAnswerParser.parse(message.getBytes(StandardCharsets.US_ASCII));
  }
}
