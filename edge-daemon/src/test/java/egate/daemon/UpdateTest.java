package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileFile;
import egate.daemon.update.TestUpdates;
import egate.daemon.update.UpdateException;
import egate.daemon.update.UpdateKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates as a technician and a running gate see them. */
class UpdateTest {
  private static final String POLICY =
      """
      version: 7
      comparison: {finger-fmr-per-million: 1000, finger-tries: 1, face: false}
      documents: {states: D UTO, minimum-age: 21, tolerated: {}}
      """;

  private static final String DOORS = "the doors' lines or the officer's desk";

  private final KeyPair agency = TestUpdates.keys();
  private final KeyPair operator = TestUpdates.keys();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;
  private Path profile = Path.of("");

  @BeforeEach
  void aGateThatTakesUpdates() throws IOException {
    String text = Files.readString(ProfileFile.simulated());
    profile =
        Files.writeString(
            folder.resolve("gate.yaml"),
            text.replaceAll("agency-key: [0-9a-f]+", "agency-key: " + hex(agency))
                .replaceAll("operator-key: [0-9a-f]+", "operator-key: " + hex(operator))
                .replaceAll("  key: [0-9a-f]{64}\n", ""));
    Files.createDirectories(store().getParent());
    Files.write(store(), TestUpdates.store(3, "A"));
  }

  private static String hex(KeyPair keys) {
    return TestUpdates.hexadecimal(keys);
  }

  private StateFolder state() {
    return new StateFolder(folder.resolve("state"));
  }

  private Path store() {
    return state().root().resolve("trust/store.egts");
  }

  private HardwareProfile base() throws Exception {
    return ConfigReader.read(profile, List.of());
  }

  private int egate(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    if (!args[1].equals("make")) {
      all.addAll(List.of("--profile", profile.toString(), "--state", state().root().toString()));
    }
    return Main.execute(
        new FakeMachine(folder, _ -> {}),
        new PrintWriter(out),
        new PrintWriter(err),
        all.toArray(String[]::new));
  }

  private Path file(byte[] bundle) throws IOException {
    return Files.write(folder.resolve("update.egub"), bundle);
  }

  private void apply(byte[] bundle) throws IOException {
    assertEquals(0, egate("update", "apply", file(bundle).toString()), err.toString());
  }

  private void refused(byte[] bundle, String why) throws IOException {
    err.getBuffer().setLength(0);
    byte[] before = Files.readAllBytes(store());
    Path file = file(bundle);
    assertEquals(2, egate("update", "apply", file.toString()));
    assertEquals(
        "egate update apply: " + file + ": " + why + "; nothing was changed",
        err.toString().strip());
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(store())));
  }

  @Test
  void eachRefusalIsOneClearLineAndTheOldStateUntouched() throws Exception {
    KeyPair stranger = TestUpdates.keys();
    byte[] fresh = TestUpdates.store(4, "AB");
    byte[] whole = TestUpdates.bundle(UpdateKind.TRUST, 4, fresh, agency, operator);
    refused(
        TestUpdates.bundle(UpdateKind.TRUST, 2, TestUpdates.store(2, "A"), agency, operator),
        "would take trust back from version 3 to 2");
    refused(
        TestUpdates.bundle(UpdateKind.TRUST, 4, fresh, stranger, stranger),
        "is signed by nobody whom this gate knows");
    refused(
        TestUpdates.bundle(UpdateKind.TRUST, 4, fresh, operator),
        "changes trust anchors, which takes two signatures, and is signed by the operator alone");
    refused(Arrays.copyOf(whole, whole.length - 1), "is cut off");
    byte[] swapped = whole.clone();
    swapped[whole.length - 1] ^= 1;
    refused(swapped, "is damaged: its trust is not what it lists");
    refused(TestUpdates.text("no bundle"), "is no update bundle");
    apply(whole);
    assertTrue(out.toString().startsWith("installed trust version 4"), out.toString());
  }

  @Test
  void aBundleThatTheCommandMadeIsTaken() throws Exception {
    Path fresh = Files.write(folder.resolve("fresh.egts"), TestUpdates.store(4, "AB"));
    Path bundle = folder.resolve("made.egub");
    List<String> make = new ArrayList<>(List.of("update", "make", "trust=4:" + fresh));
    make.addAll(List.of("--key", TestUpdates.pem(folder.resolve("a.key"), agency).toString()));
    make.addAll(List.of("--key", TestUpdates.pem(folder.resolve("o.key"), operator).toString()));
    make.addAll(List.of("--out", bundle.toString()));
    assertEquals(0, egate(make.toArray(String[]::new)), err.toString());
    assertEquals(0, egate("update", "apply", bundle.toString()), err.toString());
    assertEquals(1, egate("update", "apply", bundle.toString()), "all of it is there already");
  }

  @Test
  void theListTellsWhatStopsWhenSomethingIsTooOld() throws Exception {
    Files.write(store(), TestUpdates.store(3, "A", Instant.parse("2026-11-24T13:00:00Z")));
    egate("update", "list");
    assertTrue(out.toString().contains("anchors UT"), out.toString());
    assertTrue(out.toString().contains("all are referred"), out.toString());
    out.getBuffer().setLength(0);
    Files.write(store(), TestUpdates.store(3, "A", Instant.parse("2026-11-02T00:00:00Z")));
    assertEquals(1, egate("update", "list", "--json"));
    assertTrue(out.toString().contains("\"over\": true"), out.toString());
  }

  @Test
  void aPolicyIsWhatTheNextBridgeIsBegunWithAndTheNextStartToo() throws Exception {
    CurrentData data = data();
    assertTrue(data.refresh());
    assertEquals(100, data.policy().fingerFmrPerMillion());
    apply(TestUpdates.bundle(UpdateKind.POLICY, 7, TestUpdates.text(POLICY), agency));
    assertTrue(data.refresh());
    assertEquals(1_000, data.policy().fingerFmrPerMillion());
    assertEquals(21, data.policy().documents().minimumAge());
    assertEquals(1_000, UpdateParts.updated(base(), state()).comparison().fingerFmrPerMillion());
    refused(
        TestUpdates.bundle(UpdateKind.POLICY, 8, TestUpdates.text(POLICY), agency),
        "brings a policy that cannot be used: it says version 7 itself, not 8");
  }

  @Test
  void whatSomebodyPutInTheStateFolderIsNotTakenForAnUpdate() throws Exception {
    apply(TestUpdates.bundle(UpdateKind.POLICY, 7, TestUpdates.text(POLICY), agency));
    Path policy = state().update().resolve("policy.yaml");
    Files.writeString(policy, POLICY.replace("21", "12"));
    assertEquals(
        policy + ": is not what was signed",
        assertThrows(UpdateException.class, () -> data().refresh()).getMessage());
    StartException refused =
        assertThrows(StartException.class, () -> UpdateParts.updated(base(), state()));
    assertTrue(String.valueOf(refused.getMessage()).contains("is not what was signed"));
  }

  @Test
  void aProfileTakesEffectAtTheNextStartAndMovesNoDoor() throws Exception {
    String text = Files.readString(profile).replace("version: 1 ", "version: 9 ");
    for (String[] change :
        new String[][] {
          {"entry-unlock: 16", "entry-unlock: {line: 16, active-low: true}", DOORS},
          {"topology: integrated-two-step", "topology: one-step", DOORS},
          {hex(agency), hex(TestUpdates.keys()), "keys or the gate's name"},
          {"gate: SIM-1", "gate: SIM-2", "keys or the gate's name"},
        }) {
      assertTrue(text.contains(change[0]), change[0]);
      refused(
          profileBundle(text.replace(change[0], change[1])),
          "brings a profile that cannot be used: it changes "
              + change[2]
              + ", which no update may");
    }
    apply(profileBundle(text.replace("entering: 5000", "entering: 6000")));
    HardwareProfile next = UpdateParts.updated(base(), state());
    assertEquals(9, next.version());
    assertEquals(6_000, next.timings().enteringMillis());
  }

  private byte[] profileBundle(String text) {
    return TestUpdates.bundle(UpdateKind.PROFILE, 9, TestUpdates.text(text), operator);
  }

  @Test
  void aStartEndsWhatAKillHasLeftHalfDone() throws Exception {
    Path pending = Files.createDirectories(state().update().resolve("pending"));
    Files.writeString(pending.resolve("policy.yaml"), POLICY);
    assertEquals(100, UpdateParts.updated(base(), state()).comparison().fingerFmrPerMillion());
    assertTrue(Files.notExists(pending.resolve("policy.yaml")));
  }

  @Test
  void newTrustDataOutdateWhatWasReadBeforeAndNeverGoBack() throws Exception {
    CurrentData data = data();
    assertTrue(data.refresh());
    assertEquals(3, data.least().trust());
    apply(TestUpdates.bundle(UpdateKind.TRUST, 4, TestUpdates.store(4, "AB"), agency, operator));
    assertTrue(data.refresh());
    assertEquals(4, data.least().trust());
    Files.write(store(), TestUpdates.store(3, "A"));
    assertEquals(
        "trust "
            + store()
            + " has version 3, but this gate has run version 4; install that or a"
            + " newer one",
        assertThrows(StartException.class, () -> data().refresh()).getMessage());
  }

  @Test
  void aStickThatAppearsIsReadOnceAndOnlyIfItIsSigned() throws Exception {
    Path stick = Files.createDirectories(state().root().resolve("run/stick"));
    CurrentData data = data();
    UpdateService service = service(data);
    service.look();
    Path file = stick.resolve(UpdateService.FILE);
    Files.write(file, TestUpdates.text("a film"));
    service.look();
    assertEquals(3, data.least().trust());
    Files.delete(file);
    service.look();
    Files.createSymbolicLink(file, store());
    service.look();
    assertEquals(3, data.least().trust());
    Files.delete(file);
    Files.write(
        file,
        TestUpdates.bundle(UpdateKind.TRUST, 4, TestUpdates.store(4, "AB"), agency, operator));
    service.look();
    assertEquals(4, data.least().trust());
  }

  @Test
  void theClocksAreToldEveryHour() throws Exception {
    Duration[] now = {Duration.ZERO};
    int[] told = {0};
    CurrentData data = data();
    UpdateService service =
        new UpdateService(
            UpdateParts.updater(base(), state()),
            base().updates(),
            state(),
            data,
            () -> told[0]++,
            () -> now[0],
            new SplittableRandom(1),
            new EventLog());
    service.look();
    now[0] = Duration.ofMinutes(59);
    service.look();
    assertEquals(1, told[0]);
    now[0] = Duration.ofMinutes(60);
    service.look();
    assertEquals(2, told[0]);
  }

  private CurrentData data() throws Exception {
    return new CurrentData(base(), state(), UpdateParts.updater(base(), state()));
  }

  private UpdateService service(CurrentData data) throws Exception {
    return new UpdateService(
        UpdateParts.updater(base(), state()),
        base().updates(),
        state(),
        data,
        () -> {},
        () -> Duration.ZERO,
        new SplittableRandom(1),
        new EventLog());
  }
}
