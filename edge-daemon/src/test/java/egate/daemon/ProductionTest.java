package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileFile;
import egate.daemon.journal.Keys;
import egate.gate.gpio.LineProviders;
import egate.gate.gpio.Lines;
import egate.gate.gpio.LinesException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A board's profile, signed and run by the daemon as it is, up to its first bridge; only the chip
 * is not there, so that its lines are remembered instead.
 */
class ProductionTest {
  private static final String DESK_KEY =
      "MCowBQYDK2VwAyEA3WBi0tzCUgYUl8IVonVEYLNRa7sNmBwAScyXIOeO6+I=";

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private Path key = Path.of("");
  private Path publicKey = Path.of("");

  /** Asks for the provider as on a gate, and stands in for its chip. */
  private static final class Board extends FakeMachine {
    Board(Path folder) {
      super(folder, bridge -> bridge.dies(1));
    }

    @Override
    public Lines openLines(HardwareProfile profile, StateFolder state, Lines.Listener listener)
        throws StartException {
      try {
        var provider = LineProviders.named(profile.lines().provider(), profile.production());
        assertEquals("gpiochip", provider.name());
      } catch (LinesException e) {
        throw new StartException(String.valueOf(e.getMessage()), e);
      }
      FakeLines opened = new FakeLines(Collections.synchronizedList(new ArrayList<>()));
      lines.add(opened);
      return opened;
    }
  }

  private final Board board = new Board(Path.of("/tmp"));

  @BeforeEach
  void aBoard() throws IOException, GeneralSecurityException {
    for (String name : List.of("dev", "trust", "credentials")) {
      Files.createDirectories(state().resolve(name));
    }
    for (String device : List.of("mrz-reader", "chip-reader", "finger-sensor", "camera")) {
      Files.createFile(state().resolve("dev").resolve(device));
    }
    Files.writeString(state().resolve("trust/store.egts"), "any");
    Files.writeString(state().resolve("credentials/database.key"), "0".repeat(64));
    Keys.writePair(state().resolve("credentials"), "EC");
    for (String secret : List.of("database.key", "device.key")) {
      Files.setPosixFilePermissions(
          state().resolve("credentials").resolve(secret),
          PosixFilePermissions.fromString("rw-------"));
    }
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    key = pem("profile.key", pair.getPrivate());
    publicKey = pem("profile.pub", pair.getPublic());
  }

  @Test
  void aSignedProfileStartsWithTheChipsProviderAndNoOther() throws IOException {
    Path profile = profile(1);
    sign(profile);
    run(profile);
    assertStopped("egate run: the first bridge died before it was ready");
    assertEquals(1, board.lines.size());
    assertTrue(board.lines.getFirst().closed);
    assertEquals("1", Files.readString(state().resolve("profile.version")).strip());
  }

  @Test
  void anOlderVersionIsRefusedBeforeALineIsOpened() throws IOException {
    Path newer = profile(7);
    sign(newer);
    run(newer);
    Path older = profile(6);
    sign(older);
    err.getBuffer().setLength(0);
    board.lines.clear();

    run(older);

    assertStopped(
        "egate run: profile generic-gpiochip has version 6, but this gate has run version 7;"
            + " install that or a newer one");
    assertEquals(List.of(), board.lines);
    Path same = profile(7);
    sign(same);
    err.getBuffer().setLength(0);
    run(same);
    assertStopped("egate run: the first bridge died before it was ready");
  }

  @Test
  void withoutSignatureOrChangedBehindItNothingStarts() throws IOException {
    Path profile = profile(1);
    run(profile);
    assertStopped("egate run: " + profile + ": production is true, but there is no signature");

    sign(profile);
    Files.writeString(profile, Files.readString(profile).replace("HALL-A-1", "HALL-A-2"));
    err.getBuffer().setLength(0);
    run(profile);
    assertStopped("egate run: " + profile + ".sig: is not the signature of this profile");
    assertEquals(List.of(), board.lines);
  }

  @Test
  void noFakeDoorIsReachable() throws IOException {
    Path simulated = profile(1);
    Files.writeString(
        simulated,
        Files.readString(simulated).replace("provider: gpiochip", "provider: simulated"));
    assertEquals(2, egate("profile", "sign", simulated.toString(), "--key", key.toString()));
    assertTrue(err.toString().contains("lines.provider: is simulated, and production is true"));

    Path profile = profile(1);
    sign(profile);
    for (String setting : List.of("lines.provider=simulated", "production=false")) {
      err.getBuffer().setLength(0);
      assertEquals(2, run(profile, "--set", setting));
      assertTrue(err.toString().contains("production: is true, which forbids --set"));
    }
    assertEquals(List.of(), board.lines);
  }

  @Test
  void onThisMachineTheMissingChipIsNamed() throws IOException {
    Path profile = profile(1);
    Files.writeString(
        profile, Files.readString(profile).replace("chip: gpiochip0", "chip: no-such-chip"));
    sign(profile);
    FakeMachine real = new FakeMachine(folder, bridge -> bridge.dies(1));
    assertEquals(2, Main.execute(real, new PrintWriter(err), new PrintWriter(err), args(profile)));
    assertStopped("egate run: lines: ");
    assertTrue(err.toString().contains("no-such-chip"), err.toString());
    assertEquals(List.of(), real.lines);
  }

  @Test
  void theProbeNamesEverythingThatIsMissingWithItsLineAndWhatToDo() throws IOException {
    Path profile = profile(1);
    Files.writeString(
        profile,
        Files.readString(profile).replace("chip: gpiochip0", "chip: no-such-chip")
            + "\ndesk: {path: dev/desk, baud: 9600, key: \""
            + DESK_KEY
            + "\"}\n");
    Files.delete(state().resolve("dev/camera"));
    Files.delete(state().resolve("trust/store.egts"));
    StringWriter out = new StringWriter();

    int code =
        Main.execute(
            board,
            new PrintWriter(out),
            new PrintWriter(err),
            "profile",
            "check",
            profile.toString(),
            "--probe",
            "--state",
            state().toString());

    assertEquals(1, code, err::toString);
    List<String> findings = out.toString().lines().toList();
    assertEquals(4, findings.size(), out::toString);
    assertFinding(profile, findings.get(0), "chip: no-such-chip", "lines.chip: ");
    assertFinding(profile, findings.get(1), "  camera: ", "devices.camera.path: serial device ");
    assertFinding(profile, findings.get(2), "store: trust", "trust.store: trust store ");
    assertFinding(profile, findings.get(3), "desk: {", "desk.path: port ");
    for (String finding : findings) {
      assertTrue(finding.contains("; "), "what to do: " + finding);
    }
  }

  private static void assertFinding(Path profile, String finding, String where, String what)
      throws IOException {
    String text = Files.readString(profile);
    long line =
        text.substring(0, text.indexOf(where)).lines().count()
            + (where.startsWith(" ") || where.startsWith("desk") ? 1 : 0);
    assertTrue(finding.startsWith(profile + ":" + line + ": " + what), line + " in " + finding);
  }

  private Path state() {
    return folder.resolve("state");
  }

  /** The generic board's, with its devices and secrets below the state folder. */
  private Path profile(int version) throws IOException {
    String text =
        Files.readString(ProfileFile.simulated().resolveSibling("generic-gpiochip.yaml"))
            .replace("version: 1 ", "version: " + version + " ")
            .replace("/dev/egate/", "dev/")
            .replaceAll("(?m)^credentials: \\S+", "credentials: credentials")
            .replaceAll("store: [^} ]+", "store: trust/store.egts")
            .replaceAll("diagnostics: \\{port: \\d+\\}", "diagnostics: {port: 0}");
    return Files.writeString(folder.resolve("board-" + version + ".yaml"), text);
  }

  private void sign(Path profile) {
    assertEquals(
        0, egate("profile", "sign", profile.toString(), "--key", key.toString()), err::toString);
  }

  private int run(Path profile, String... more) {
    List<String> all = new ArrayList<>(List.of(args(profile)));
    all.addAll(List.of(more));
    return egate(all.toArray(String[]::new));
  }

  private String[] args(Path profile) {
    return new String[] {
      "run",
      "--profile",
      profile.toString(),
      "--state",
      state().toString(),
      "--profile-key",
      publicKey.toString()
    };
  }

  private int egate(String... args) {
    return Main.execute(board, new PrintWriter(new StringWriter()), new PrintWriter(err), args);
  }

  private void assertStopped(String start) {
    assertTrue(err.toString().startsWith(start), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  private Path pem(String name, Key encoded) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(encoded.getEncoded());
    return Files.writeString(
        folder.resolve(name), "-----BEGIN KEY-----\n" + base64 + "\n-----END KEY-----\n");
  }
}
