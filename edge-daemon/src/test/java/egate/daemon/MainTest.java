package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.config.ProfileFile;
import egate.daemon.journal.Keys;
import egate.report.Component;
import egate.report.Reason;
import egate.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad input is one line on standard error and exit code 2. */
class MainTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aGateThatWouldStart() throws IOException {
    Files.createDirectories(state().resolve("dev"));
    Files.createDirectories(state().resolve("trust"));
    Files.createDirectories(state().resolve("credentials"));
    for (String device : new String[] {"mrz-reader", "chip-reader", "finger-sensor", "camera"}) {
      Files.createFile(state().resolve("dev").resolve(device));
    }
    Files.writeString(state().resolve("trust/store.egts"), "any");
    Files.createDirectories(state().resolve("terminal/certificates"));
    Files.writeString(state().resolve("terminal/certificates/dv.cvcert"), "any");
    writeSecret(state().resolve("terminal/gate.p12"), "any");
    writeSecret(state().resolve("credentials/terminal.secret"), "any");
    writeKey("0".repeat(64));
    Keys.writePair(state().resolve("credentials"), "EC");
    Files.setPosixFilePermissions(
        state().resolve("credentials/device.key"), PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void helpTeaches() {
    assertEquals(0, egate("run", "--help"));
    assertTrue(out.toString().contains("Example: egate run --profile"), out.toString());
    assertEquals(0, egate("journal", "show", "--help"));
    assertEquals(0, egate("status", "--help"));
  }

  @Test
  void usageErrorsAreOneLine() {
    refused("egate run: Missing required option: '--profile=FILE'; egate run --help", "run");
    assertEquals(2, egate("walk"));
    assertEquals(2, egate());
    assertEquals(2, egate("journal"));
  }

  @Test
  void aMissingProfile() {
    Path file = folder.resolve("none.yaml");
    refusedRun(
        file, "egate run: " + file + ": does not exist; give the profile with --profile FILE");
  }

  @Test
  void anUnknownKey() {
    Path file = ProfileFile.changed(folder, "  debounce-ms: 20", "  bounce: 1\n  debounce-ms: 20");
    assertEquals(2, run(file));
    assertOneLine("egate run: " + file + ":16: lines.bounce: is not a key of a profile");
  }

  @Test
  void aWrongType() {
    Path file = ProfileFile.changed(folder, "heartbeat-ms: 100", "heartbeat-ms: fast");
    assertEquals(2, run(file));
    assertOneLine(
        "egate run: " + file + ":17: lines.heartbeat-ms: is a text; write a whole number");
  }

  @Test
  void aMissingDevice() throws IOException {
    Files.delete(state().resolve("dev/camera"));
    refusedRun(
        ProfileFile.simulated(),
        "egate run: serial device "
            + state().resolve("dev/camera")
            + " does not exist; connect it, or correct devices.camera.path");
  }

  @Test
  void aMissingTrustStore() throws IOException {
    Files.delete(state().resolve("trust/store.egts"));
    assertEquals(2, run(ProfileFile.simulated()));
    assertOneLine("egate run: trust store " + state().resolve("trust/store.egts") + " is missing");
  }

  @Test
  void aCorruptTrustStoreAsTheFirstBridgeFindsIt() {
    Report found = new Report.Failed(Reason.TRUST_STORE_CORRUPT, Component.INSPECTION, 7);
    assertEquals(2, run(ProfileFile.simulated(), bridge -> bridge.says(found)));
    assertOneLine(
        "egate run: trust store "
            + state().resolve("trust/store.egts")
            + " is corrupt; import it again");
  }

  @Test
  void aFirstBridgeThatDies() {
    assertEquals(2, run(ProfileFile.simulated(), bridge -> bridge.dies(1)));
    assertOneLine("egate run: the first bridge died before it was ready (UNEXPECTED)");
  }

  @Test
  void aMissingKey() throws IOException {
    Files.delete(state().resolve("credentials/database.key"));
    assertEquals(2, run(ProfileFile.simulated()));
    assertOneLine("egate run: database key " + key() + " is missing");
  }

  @Test
  void aMissingDeviceKey() throws IOException {
    Files.delete(state().resolve("credentials/device.key"));
    assertEquals(2, run(ProfileFile.simulated()));
    assertOneLine("egate run: device key " + state().resolve("credentials/device.key"));
  }

  @Test
  void aDeviceKeyOfAnotherKind() throws IOException {
    Files.writeString(state().resolve("credentials/device.key"), "no key\n");
    assertEquals(2, run(ProfileFile.simulated()));
    assertOneLine("egate run: key " + state().resolve("credentials/device.key") + " holds no ");
  }

  @Test
  void theJournalOfARunIsAuditedAndADamagedOneIsNotIntact() throws IOException {
    assertEquals(2, run(ProfileFile.simulated(), bridge -> bridge.dies(1)));
    assertEquals(0, egate("journal", "verify", "--state", state().toString()), err.toString());
    assertTrue(out.toString().startsWith("intact: entries 1 to "), out.toString());
    out.getBuffer().setLength(0);

    Path segment = state().resolve("journal/00000000000000000001.wal");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[90] ^= 1;
    Files.write(segment, bytes);
    assertEquals(1, egate("journal", "verify", "--json", "--state", state().toString()));
    assertTrue(out.toString().startsWith("{\"intact\":false,\"findings\":["), out.toString());
  }

  @Test
  void anAuditWithoutAKeyOrWithWhatIsNoAnchor() throws IOException {
    String state = state().toString();
    assertEquals(2, egate("journal", "verify", "--state", state, "--key", state + "/none"));
    assertOneLine("egate journal verify: key " + state + "/none cannot be read");
    err.getBuffer().setLength(0);
    Path anchor = Files.writeString(folder.resolve("anchor"), "{}");
    assertEquals(2, egate("journal", "verify", "--state", state, "--anchor", anchor.toString()));
    assertOneLine("egate journal verify: anchor " + anchor + " is no signed head");
  }

  @Test
  void aKeyThatOthersMayRead() throws IOException {
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(2, run(ProfileFile.simulated()));
    assertOneLine("egate run: database key " + key() + " may be read by others; run chmod 600");
  }

  @Test
  void aWrongKey() throws IOException {
    assertEquals(2, run(ProfileFile.simulated(), bridge -> bridge.dies(1)));
    err.getBuffer().setLength(0);
    writeKey("1".repeat(64));
    assertEquals(2, run(ProfileFile.simulated()));
    assertOneLine("egate run: ");
    assertTrue(err.toString().contains("key"), err.toString());
  }

  @Test
  void aPortInUse() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          2,
          egate(
              "run",
              "--profile",
              ProfileFile.simulated().toString(),
              "--state",
              state().toString(),
              "--set",
              "diagnostics.port=" + busy.getLocalPort()));
      assertOneLine("egate run: diagnostics port " + busy.getLocalPort() + " cannot be opened");
    }
  }

  @Test
  void anUnknownLineProvider() {
    Path file = ProfileFile.changed(folder, "provider: simulated", "provider: sysfs");
    refusedRun(
        file,
        "egate run: no line provider \"sysfs\" is installed; see lines.provider in the profile");
  }

  @Test
  void aBrokenInstallation() {
    FakeMachine machine =
        new FakeMachine(folder, _ -> {}) {
          @Override
          public Map<String, String> environment() {
            throw new NoClassDefFoundError("egate/Missing");
          }
        };
    assertEquals(2, Main.execute(machine, new PrintWriter(out), new PrintWriter(err), "status"));
    assertOneLine("egate: unexpected java.lang.NoClassDefFoundError at ");
  }

  @Test
  void aStateFolderThatAnotherDaemonHolds() {
    StringWriter second = new StringWriter();
    assertEquals(
        2,
        run(
            ProfileFile.simulated(),
            bridge -> {
              Main.execute(machine(_ -> {}), new PrintWriter(out), new PrintWriter(second), args());
              bridge.dies(1);
            }));
    assertTrue(second.toString().startsWith("egate run: "), second.toString());
    assertEquals(1, second.toString().lines().count(), second.toString());
  }

  @Test
  void statusWithoutADaemon() {
    assertEquals(2, egate("status", "--state", state().toString()));
    assertOneLine("egate status: no daemon runs on " + state() + "; start one");
  }

  @Test
  void statusOfADaemonThatIsGone() throws IOException {
    Files.createDirectories(state().resolve("run"));
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(state().resolve("run/diagnostics.port"), gone.getLocalPort() + "\n");
    }
    assertEquals(2, egate("status", "--state", state().toString()));
    assertOneLine("egate status: no daemon answers on port ");
  }

  @Test
  void statusOfARunningDaemonThatTheEnvironmentNames() {
    FakeMachine[] machine = new FakeMachine[1];
    machine[0] =
        machine(
            bridge -> {
              machine[0].environment.put("EGATE_STATE", state().toString());
              Main.execute(
                  machine[0], new PrintWriter(out), new PrintWriter(err), "status", "--json");
              bridge.dies(1);
            });
    Main.execute(machine[0], new PrintWriter(out), new PrintWriter(new StringWriter()), args());

    assertTrue(
        out.toString().startsWith("{\"phase\":\"waiting\",\"lamp\":\"wait\""), err.toString());
    assertTrue(machine[0].lines.getFirst().closed);
    assertTrue(Files.notExists(state().resolve("run/diagnostics.port")));
  }

  @Test
  void theJournalOfAGateThatNeverRan() {
    assertEquals(2, egate("journal", "show", "--state", state().toString()));
    assertOneLine("egate journal show: ");
  }

  private Path state() {
    return folder.resolve("state");
  }

  private Path key() {
    return state().resolve("credentials/database.key");
  }

  private void writeKey(String digits) throws IOException {
    writeSecret(key(), digits);
  }

  private static void writeSecret(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void refusedRun(Path profile, String line) {
    assertEquals(2, run(profile));
    assertEquals(line, err.toString().strip());
  }

  private void refused(String line, String... args) {
    assertEquals(2, egate(args));
    assertEquals(line, err.toString().strip());
  }

  private void assertOneLine(String start) {
    assertTrue(err.toString().startsWith(start), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  private int run(Path profile) {
    return run(profile, _ -> {});
  }

  private int run(Path profile, Consumer<FakeBridge> born) {
    return Main.execute(
        machine(born),
        new PrintWriter(out),
        new PrintWriter(err),
        "run",
        "--profile",
        profile.toString(),
        "--state",
        state().toString());
  }

  private String[] args() {
    return new String[] {
      "run", "--profile", ProfileFile.simulated().toString(), "--state", state().toString()
    };
  }

  private int egate(String... args) {
    return Main.execute(machine(_ -> {}), new PrintWriter(out), new PrintWriter(err), args);
  }

  private FakeMachine machine(Consumer<FakeBridge> born) {
    return new FakeMachine(folder, born);
  }
}
