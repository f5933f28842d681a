package egate.daemon.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskLineTest {
  private final KeyPair desk = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  private final PipedOutputStream toGate = new PipedOutputStream();
  private final PipedInputStream fromGate = new PipedInputStream(4_096);
  private final BufferedReader heard =
      new BufferedReader(new InputStreamReader(fromGate, StandardCharsets.US_ASCII));
  private final DeskPort port =
      new DeskPort(new PipedInputStream(toGate, 4_096), new PipedOutputStream(fromGate));
  private final DeskLine line =
      DeskLine.start(
          () -> port,
          new DeskProtocol("SIM-1", desk.getPublic(), new SecureRandom()),
          order -> CompletableFuture.completedFuture(order.by().who().equals("B-17")),
          () -> Duration.ZERO);

  DeskLineTest() throws GeneralSecurityException, IOException {}

  @AfterEach
  void hangUp() throws IOException {
    toGate.close();
    line.close();
  }

  private String ask(String words, String end) throws IOException {
    for (byte b : (words + end).getBytes(StandardCharsets.US_ASCII)) {
      toGate.write(b); // one by one, as a serial line brings them
      toGate.flush();
    }
    return heard.readLine();
  }

  private String order(String who) throws IOException, GeneralSecurityException {
    String[] challenge = ask("ASK", "\r\n").split(" ", -1);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(desk.getPrivate());
    signature.update(
        DeskProtocol.statement(
            "SIM-1", Long.parseLong(challenge[2]), challenge[3], "hold", who, "test"));
    String signed = Base64.getEncoder().encodeToString(signature.sign());
    return ask("ORDER " + challenge[2] + " hold " + who + " test " + signed, "\n");
  }

  @Test
  void theDeskHearsWhetherItsOrderWasPermitted() throws IOException, GeneralSecurityException {
    assertEquals("DONE 1", order("B-17"));
    assertEquals("NOT-NOW 2", order("B-18"));
  }

  @Test
  void aLineWithoutEndIsRefusedOnceItEndsAndTheNextOneIsHeard()
      throws IOException, GeneralSecurityException {
    assertEquals("REFUSED 0 malformed", ask("ASK".repeat(10_000), "\n"));
    assertEquals("DONE 1", order("B-17"));
  }

  @Test
  void theDeskIsCalledAndWhoeverCallsNeverWaits() throws IOException {
    line.tell("CALL tailgating");
    assertEquals("CALL tailgating", heard.readLine());
    for (int call = 0; call < 10_000; call++) {
      line.tell("CALL tailgating");
    }
    assertTrue(heard.readLine().startsWith("CALL "));
  }
}
