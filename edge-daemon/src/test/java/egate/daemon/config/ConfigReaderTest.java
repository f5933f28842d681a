package egate.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.Timings;
import egate.gate.Topology;
import egate.gate.gpio.Bias;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Wire;
import egate.report.Check;
import egate.report.DocumentPolicy;
import egate.report.IssuingState;
import egate.report.Tolerance;
import egate.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  private static final String CHIP_READER = "{driver: pn532, path: dev/chip-reader, baud: 115200}";
  private static final String PCSC =
      "{driver: pcsc, reader: \"ACS ACR1252*\", response-bytes: 4096}";

  @TempDir Path folder;

  private static final String DESK_KEY =
      "MCowBQYDK2VwAyEA3WBi0tzCUgYUl8IVonVEYLNRa7sNmBwAScyXIOeO6+I=";

  @Test
  void theSimulatedProfileIsReadAsWritten() throws ProfileException {
    HardwareProfile profile = ConfigReader.read(ProfileFile.simulated(), List.of());

    assertEquals("simulated", profile.name());
    assertFalse(profile.production());
    assertEquals("SIM-1", profile.gate());
    assertEquals(new SerialDevice("soh-ou", "dev/mrz-reader", 9600), profile.devices().mrzReader());
    assertEquals(Optional.of(new Broker("127.0.0.1", 18_883)), profile.broker());
    assertEquals(0, profile.diagnosticsPort());
  }

  @Test
  void everyKeyReachesItsField() throws Exception {
    Path file = folder.resolve("full.yaml");
    try (var in = ConfigReaderTest.class.getResourceAsStream("full.yaml")) {
      Files.write(file, Optional.ofNullable(in).orElseThrow().readAllBytes());
    }

    HardwareProfile expected =
        new HardwareProfile(
            "kiosk-7",
            41,
            true,
            "HALL-B-7",
            Topology.ONE_STEP,
            new GateLines("gpiochip", "pinctrl-rp1", 31, 32, wiring()),
            new Devices(
                new SerialDevice("soh-ou", "/dev/egate/mrz", 19_200),
                new SerialDevice("pn532", "/dev/egate/chip", 230_400),
                new SerialDevice("zfm", "/dev/egate/finger", 115_200),
                new SerialDevice("vc0706", "/dev/egate/camera", 57_600)),
            new PassageTimings(
                2_001, 1_002, 1_003, 1_004, 2_005, 1_006, 1_007, 1_008, 1_009, 1_010, 1_011, 1_012,
                112),
            new ComparisonPolicy(151, 3, false),
            new DocumentPolicy(
                Set.of(new IssuingState("D"), new IssuingState("UTO")),
                12,
                Set.of(
                    new Tolerance(Check.CHIP_AUTHENTICATION, Verdict.NOT_SUPPORTED),
                    new Tolerance(Check.STOP_LIST, Verdict.NOT_SUPPORTED),
                    new Tolerance(Check.STOP_LIST, Verdict.UNDETERMINED))),
            new Trust("trust/national.egts", Optional.of("a".repeat(64))),
            Optional.of(new Models("faces", "trust/models.pem")),
            Optional.of(new Terminal("terminal/cv", new TerminalKey.Pkcs12("terminal/gate.p12"))),
            ClockSource.BATTERY,
            "/run/credentials/egate",
            Optional.of(new Desk("/dev/egate/desk", 38_400, DESK_KEY)),
            Optional.of(new Broker("broker.example.org", 8_883)),
            Optional.of(
                new Updates(
                    "b".repeat(64),
                    "c".repeat(64),
                    Optional.of("https://updates.example.org/egate-update.egub"),
                    Optional.of("trust/updates.pem"),
                    61,
                    Optional.of("/media/egate"))),
            9_100);
    assertEquals(expected, ConfigReader.read(file, List.of()));
  }

  /** Inputs from 1 on, outputs from 31 on, and every way of writing a line. */
  private static GateWiring wiring() {
    Map<InputLine, Wire> inputs = new EnumMap<>(InputLine.class);
    for (InputLine line : InputLine.values()) {
      inputs.put(line, Wire.to(1 + inputs.size()));
    }
    inputs.put(InputLine.ENTRY_OPEN, new Wire("GPIO2", false, Bias.AS_IS));
    inputs.put(InputLine.EMERGENCY, new Wire("FIRE", true, Bias.PULL_UP));
    Map<OutputLine, Wire> outputs = new EnumMap<>(OutputLine.class);
    for (OutputLine line : OutputLine.values()) {
      outputs.put(line, Wire.to(31 + outputs.size()));
    }
    outputs.put(OutputLine.EXIT_UNLOCK, new Wire("32", true, Bias.AS_IS));
    return new GateWiring(inputs, outputs);
  }

  @Test
  void theStandardPolicyHoldsWhereNoneIsWritten() throws Exception {
    String text = Files.readString(ProfileFile.simulated());
    int begin = text.indexOf("documents:");
    Path file = folder.resolve("gate.yaml");
    Files.writeString(
        file, text.substring(0, begin) + text.substring(text.indexOf("trust:", begin)));
    assertEquals(DocumentPolicy.STANDARD, ConfigReader.read(file, List.of()).documents());
  }

  @Test
  void theSimulatedProfileWritesTheStandardPolicy() throws ProfileException {
    assertEquals(
        DocumentPolicy.STANDARD, ConfigReader.read(ProfileFile.simulated(), List.of()).documents());
  }

  @Test
  void theChipReaderMayBeBehindPcscd() throws ProfileException {
    Path file = ProfileFile.changed(folder, CHIP_READER, PCSC);

    assertEquals(
        new PcscDevice("ACS ACR1252*", 4_096),
        ConfigReader.read(file, List.of()).devices().chipReader());
  }

  @Test
  void theTerminalsKeyMayLieOnATokenOrWithACentre() throws ProfileException {
    String file = "key: pkcs12, file: terminal/gate.p12";
    Path token =
        ProfileFile.changed(
            folder, file, "key: pkcs11, module: /usr/lib/p11.so, token: egate, label: gate 42");
    assertEquals(
        Optional.of(new TerminalKey.Pkcs11("/usr/lib/p11.so", "egate", "gate 42")),
        ConfigReader.read(token, List.of()).terminal().map(Terminal::key));
    Path centre = ProfileFile.changed(folder, file, "key: control-centre, answer-ms: 1500");
    assertEquals(
        Optional.of(new TerminalKey.ControlCentre(1_500)),
        ConfigReader.read(centre, List.of()).terminal().map(Terminal::key));
  }

  @Test
  void modelsMayBeLeftOut() throws ProfileException {
    Path file = ProfileFile.changed(folder, "version: 1", "version: 1");

    assertEquals(Optional.empty(), ConfigReader.read(file, List.of()).models());
  }

  @Test
  void theUplinkMayBeLeftOut() throws ProfileException {
    Path file =
        ProfileFile.changed(
            folder, "uplink: {broker-host: 127.0.0.1, broker-port: 18883}", "# no uplink");

    assertEquals(Optional.empty(), ConfigReader.read(file, List.of()).broker());
  }

  @Test
  void timingsReachGateAndBridge() throws ProfileException {
    HardwareProfile profile = ConfigReader.read(ProfileFile.simulated(), List.of());

    assertEquals(Duration.ofSeconds(30), profile.timings().ofGate().document());
    assertEquals(Duration.ofMillis(1500), profile.timings().ofGate().officer());
    assertEquals(
        27_000,
        profile.timings().ofBridge(profile.comparison(), profile.documents()).documentMillis());
  }

  @Test
  void timingsThatAreLeftOutAreTheUsualOnes() throws ProfileException {
    Timings timings = ConfigReader.read(ProfileFile.simulated(), List.of()).timings().ofGate();

    assertEquals(Duration.ofMinutes(1), timings.attention());
    assertEquals(Duration.ofMinutes(5), timings.hold());
    assertEquals(Duration.ofSeconds(3), timings.jog());
    assertEquals(200, timings.extendedPercent());
  }

  @Test
  void everyTopologyIsKnownByItsKey() throws ProfileException {
    for (Topology topology : Topology.values()) {
      assertEquals(
          topology, ConfigReader.read(ProfileFile.simulated(topology), List.of()).topology());
    }
  }

  @Test
  void aCheckFindsMoreThanTheFirstMistake() throws IOException {
    Path file = ProfileFile.changed(folder, "version: 1 ", "version: 0 ");
    Files.writeString(
        file, Files.readString(file).replace("finger-tries: 2", "finger-tries: 9\n  colour: red"));

    List<String> findings = ConfigReader.findings(file);

    assertEquals(3, findings.size(), findings::toString);
    assertTrue(findings.get(0).contains(":8: version: 0 is out of range"), findings::toString);
    assertTrue(findings.get(1).contains("finger-tries: 9 is out of range"), findings::toString);
    assertTrue(findings.get(2).contains("colour: is not a key"), findings::toString);
  }

  @Test
  void aSettingReplacesAValue() throws ProfileException {
    HardwareProfile profile =
        ConfigReader.read(
            ProfileFile.simulated(),
            List.of(Setting.parse("uplink.broker-port=1234"), Setting.parse("gate=SIM-2")));

    assertEquals(1234, profile.broker().orElseThrow().port());
    assertEquals("SIM-2", profile.gate());
  }

  @Test
  void aSettingIsAsStrictAsTheFile() throws ProfileException {
    Setting unknown = Setting.parse("uplink.broker-prot=1234");
    Setting wrong = Setting.parse("timings-ms.document=soon");

    assertEquals(
        "--set uplink.broker-prot: uplink.broker-prot: is not a key of a profile; remove it, or"
            + " write one of broker-host, broker-port",
        refusal(ProfileFile.simulated(), unknown));
    assertEquals(
        "--set timings-ms.document: timings-ms.document: is a text; write a whole number without"
            + " quotes",
        refusal(ProfileFile.simulated(), wrong));
  }

  @Test
  void aProductionProfileTakesNoSettings() throws ProfileException {
    Path file = ProfileFile.changed(folder, "production: false", "production: true");

    assertEquals(
        file + ":9: production: is true, which forbids --set; start without --set",
        refusal(file, Setting.parse("gate=SIM-2")));
  }

  @Test
  void anArgumentThatIsNoSettingIsRefused() {
    for (String argument : List.of("gate", "=1", "a..b=1", ".a=1", "a.b.c.d.e=1")) {
      assertThrows(ProfileException.class, () -> Setting.parse(argument), argument);
    }
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.yaml");

    assertEquals(file + ": does not exist; give the profile with --profile FILE", refusal(file));
  }

  @Test
  void aLongFileIsNotRead() throws IOException {
    Path file =
        Files.writeString(folder.resolve("long.yaml"), "#".repeat(ConfigReader.BYTES_MAX + 1));

    assertEquals(file + ": is longer than 64 KiB; a profile is a short file", refusal(file));
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xC3, 0x28});

    assertEquals(file + ": is not UTF-8; save it as UTF-8", refusal(file));
  }

  @Test
  void everyTruncationOfAProfileIsRefusedInOneLine() throws IOException {
    String text = Files.readString(ProfileFile.simulated());
    int lastKey = text.indexOf("diagnostics: {port: 0}");
    for (int length = 0; length < lastKey; length += 7) {
      Path file = Files.writeString(folder.resolve("cut.yaml"), text.substring(0, length));
      String line = refusal(file);
      assertTrue(line.startsWith(file.toString()) && line.lines().count() == 1, line);
    }
  }

  private static String refusal(Path file, Setting... settings) {
    return String.valueOf(
        assertThrows(ProfileException.class, () -> ConfigReader.read(file, List.of(settings)))
            .getMessage());
  }

  @Test
  void productionWantsASignedTrustStoreAndNotTheSimulatorsKey(@TempDir Path folder)
      throws Exception {
    Path board = ProfileFile.simulated().resolveSibling("generic-gpiochip.yaml");
    String text = Files.readString(board);
    String simulated = ConfigReader.read(ProfileFile.simulated(), List.of()).trust().key().get();
    String key = ConfigReader.read(board, List.of()).trust().key().get();
    Path file = folder.resolve("gate.yaml");

    Files.writeString(file, text.replace("  key: " + key, ""));
    assertRefused(
        file,
        "trust.store: may be changed by anybody, for key is missing and production is true; add the"
            + " public key that 'egate trust import --key' prints");
    Files.writeString(file, text.replace(key, simulated));
    assertRefused(file, "trust.key: is the simulator's, which everybody has; make one of your own");
  }

  private static void assertRefused(Path file, String finding) {
    String line =
        String.valueOf(
            assertThrows(ProfileException.class, () -> ConfigReader.read(file, List.of()))
                .getMessage());
    assertEquals(finding, line.substring(line.indexOf(": ") + 2));
  }
}
