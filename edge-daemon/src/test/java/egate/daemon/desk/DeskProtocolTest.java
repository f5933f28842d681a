package egate.daemon.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import egate.gate.Hand;
import egate.gate.HandOrder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DeskProtocolTest {
  private final KeyPair desk = keys();
  private final DeskProtocol gate =
      new DeskProtocol("HALL-A-1", desk.getPublic(), new SecureRandom());

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The challenge's words after its name: gate, number, random. */
  private String[] ask(DeskProtocol of, long second) {
    return say(of, "ASK", second).split(" ", -1);
  }

  private static String say(DeskProtocol to, String line, long second) {
    return switch (to.take(line, Duration.ofSeconds(second))) {
      case DeskProtocol.Reply.Say(String answer) -> answer;
      case DeskProtocol.Reply.Obey obey -> obey.toString();
    };
  }

  private String signed(KeyPair by, String[] challenge, String order, String who, String why)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(by.getPrivate());
    signature.update(
        DeskProtocol.statement(
            challenge[1], Long.parseLong(challenge[2]), challenge[3], order, who, why));
    return String.join(
        " ",
        "ORDER",
        challenge[2],
        order,
        who,
        why,
        Base64.getEncoder().encodeToString(signature.sign()));
  }

  @Test
  void anOrderThatAnswersItsChallengeIsObeyed() throws GeneralSecurityException {
    String order = signed(desk, ask(gate, 0), "release_back", "B-17", "traveller_asked");
    assertEquals(
        new DeskProtocol.Reply.Obey(
            1, HandOrder.Officer.RELEASE_BACK, new Hand("B-17", Hand.Why.TRAVELLER_ASKED)),
        gate.take(order, Duration.ofSeconds(9)));
  }

  @Test
  void everyOrderAndEveryReasonHasItsWord() throws GeneralSecurityException {
    for (HandOrder.Officer order : HandOrder.Officer.values()) {
      for (Hand.Why why : Hand.Why.values()) {
        String line =
            signed(
                desk,
                ask(gate, 0),
                order.key(),
                "B",
                why.name().toLowerCase(java.util.Locale.ROOT));
        assertEquals(
            DeskProtocol.Reply.Obey.class, gate.take(line, Duration.ZERO).getClass(), line);
      }
    }
  }

  @Test
  void aReplayIsRefused() throws GeneralSecurityException {
    String order = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance");
    say(gate, order, 1);
    assertEquals("REFUSED 1 no_such_challenge", say(gate, order, 1));
    ask(gate, 2);
    assertEquals("REFUSED 1 no_such_challenge", say(gate, order, 2));
  }

  @Test
  void aReplayAfterARestartIsRefusedThoughTheNumberIsTheSame() throws GeneralSecurityException {
    String order = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance");
    DeskProtocol restarted = new DeskProtocol("HALL-A-1", desk.getPublic(), new SecureRandom());
    assertEquals("1", ask(restarted, 0)[2]);
    assertEquals("REFUSED 1 signature", say(restarted, order, 1));
  }

  @Test
  void anOrderThatWasHeldBackIsRefused() throws GeneralSecurityException {
    String order = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance");
    assertEquals("REFUSED 1 late", say(gate, order, 10));
  }

  @Test
  void anOrderForAnotherGateOrByAnotherDeskIsRefused() throws GeneralSecurityException {
    String[] challenge = ask(gate, 0);
    String[] other = challenge.clone();
    other[1] = "HALL-A-2";
    assertEquals("REFUSED 1 signature", say(gate, signed(desk, other, "hold", "B-17", "test"), 1));
    assertEquals(
        "REFUSED 2 signature", say(gate, signed(keys(), ask(gate, 1), "hold", "B-17", "test"), 1));
  }

  @Test
  void everyChangedCharacterIsRefused() throws GeneralSecurityException {
    int length = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance").length();
    for (int at = 6; at < length; at++) {
      String order = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance");
      char other = order.charAt(at) == 'x' ? 'y' : 'x';
      String changed = order.substring(0, at) + other + order.substring(at + 1);
      assertEquals(0, say(gate, changed, 1).indexOf("REFUSED "), changed);
    }
  }

  @Test
  void theSpareBitsOfASignatureAreNotOpenToChoice() throws GeneralSecurityException {
    String order = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance");
    int last = order.length() - 3;
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char other = digits.charAt(digits.indexOf(order.charAt(last)) + 1);
    assertEquals("REFUSED 1 signature", say(gate, order.substring(0, last) + other + "==", 1));
  }

  @Test
  void everyTruncationIsRefusedAndUsesUpItsChallengeOrNone() throws GeneralSecurityException {
    int length = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance").length();
    for (int end = 0; end < length; end++) {
      String order = signed(desk, ask(gate, 0), "hold", "B-17", "disturbance");
      assertEquals(0, say(gate, order.substring(0, end), 1).indexOf("REFUSED "));
    }
  }

  @Test
  void whatNoOfficerMayOrderIsRefused() throws GeneralSecurityException {
    for (String order : new String[] {"maintenance_on", "jog_exit", "unlock", "HOLD", "open"}) {
      String line = signed(desk, ask(gate, 0), order, "B-17", "test");
      assertEquals(" unknown_word", say(gate, line, 1).replaceAll("REFUSED \\d+", ""));
    }
    String name = signed(desk, ask(gate, 0), "hold", "Smith", "test");
    assertEquals(" unknown_word", say(gate, name, 1).replaceAll("REFUSED \\d+", ""));
  }

  @Test
  void nonsenseIsRefusedWithoutBeingRepeated() {
    for (String line : new String[] {"", "ASK ME", "HELLO", "ORDER", "ORDER a b c d e"}) {
      assertEquals(0, say(gate, line, 0).indexOf("REFUSED 0 "), line);
    }
    assertNotEquals(ask(gate, 0)[3], ask(gate, 0)[3]);
  }
}
