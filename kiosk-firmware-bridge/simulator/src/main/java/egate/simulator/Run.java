package egate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import egate.inspection.TrustStoreFile;
import egate.simulator.central.Broker;
import egate.simulator.central.BrokerException;
import egate.simulator.central.Collector;
import egate.simulator.central.ControlCentre;
import egate.simulator.device.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One run: a site, a country and the unmodified gate between them, and travellers through it. */
final class Run implements AutoCloseable {
  private static final Duration RESULTS_MAX = Duration.ofSeconds(60);
  private static final int TRUST_VERSION = 1;

  private final RunFolder folder;
  private final Narrator narrator;
  private final long seed;
  private final Population population;
  private final DoorWatch doors = new DoorWatch(SimulatedPins.pins());
  private final GateSite site;
  private final Broker broker;
  private final Collector collector;
  private final Optional<ControlCentre> centre;
  private final GateProcess gate;
  private final List<Persona> cast = new ArrayList<>();
  private final PrivacyScan privacy = new PrivacyScan();

  Run(
      RunFolder folder,
      Narrator narrator,
      Pace pace,
      ChipReaderKind reader,
      TerminalKeyKind terminalKey,
      long seed)
      throws IOException, BrokerException {
    this.folder = folder;
    this.narrator = narrator;
    this.seed = seed;
    Path root = Path.of(System.getProperty("egate.root"));
    population = new Population(seed, LocalDate.now(Clock.systemUTC()), root);
    provision(folder.gate(), population);
    Optional<SmartCards> smartCards =
        reader == ChipReaderKind.PCSC
            ? Optional.of(SmartCards.start(folder.path().resolve("pcscd")))
            : Optional.empty();
    site = GateSite.build(folder.gate(), pace, smartCards);
    site.board().listen(narrator);
    site.board().listen(doors);
    int port = Central.freePort();
    broker = new Broker(folder.path().resolve("broker"), port);
    broker.start();
    collector = new Collector(port, folder.path().resolve("received.jsonl"), this::heard);
    collector.start();
    centre =
        terminalKey == TerminalKeyKind.CENTRE
            ? Optional.of(ControlCentre.start(port, Credentials.terminalKey(folder.gate())))
            : Optional.empty();
    gate =
        GateProcess.start(
            command(profile(root, reader, terminalKey), folder.gate(), port, site),
            smartCards.map(SmartCards::environment).orElse(Map.of()),
            folder.path().resolve("daemon.log"));
  }

  /**
   * Walks travellers through, waits for central to hear of all, and judges what it saw.
   *
   * @param travellers how many
   * @param wanted who comes; empty for everybody
   */
  Verdict walk(int travellers, List<Persona> wanted) throws Exception {
    cast.addAll(
        wanted.isEmpty()
            ? Casting.everybody(travellers, seed, population.available())
            : Casting.only(wanted, travellers));
    if (!population.available().contains(Persona.BSI_REFERENCE)) {
      narrator.notes("bsi-reference stays at home: there is no " + population.bsiSet());
    }
    Scene scene =
        new Scene(
            site,
            gate,
            doors,
            folder.gate().resolve("dev/mrz-reader"),
            new SplittableRandom(seed),
            narrator);
    for (int i = 0; i < travellers; i++) {
      switchBroker(i, travellers);
      comes(i + 1, scene);
    }
    switchBroker(travellers, travellers);
    if (!collector.await(travellers, RESULTS_MAX, gate::alive)) {
      narrator.notes("central did not hear of every traveller");
    }
    long handover = handoverMillis();
    gate.stop();
    return verdict(travellers, handover);
  }

  private void comes(int number, Scene scene) throws Exception {
    Traveller traveller = population.traveller(number, cast.get(number - 1));
    traveller.markFor(privacy);
    narrator.comes(number, cast.size(), traveller.persona());
    new Walk(scene, traveller).walk();
  }

  /** Down for the middle third of the run, so that results have to be buffered. */
  private void switchBroker(int done, int travellers) throws BrokerException {
    if (centre.isPresent()) {
      return; // without it chips would keep their fingers
    }
    if (travellers >= 3 && done == travellers / 3) {
      narrator.notes("central's broker goes down");
      broker.stop();
    } else if (travellers >= 3 && done == travellers * 2 / 3) {
      broker.start();
      narrator.notes("central's broker is back");
    }
  }

  /** Of this daemon's, since its last start. */
  private long handoverMillis() throws IOException {
    return gate.status(System.getProperty("egate.launcher"), folder.gate())
        .path("handover_ms")
        .path("longest")
        .asLong();
  }

  private Verdict verdict(int travellers, long handoverMillis) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (JsonNode result : collector.committed()) {
      passages.add(passage(result));
    }
    return new Verdict(
        travellers,
        passages,
        doors.breaches(),
        privacy.find(folder.path()),
        doors.restMillis(),
        handoverMillis);
  }

  private void heard(JsonNode result) {
    narrator.decided(passage(result));
  }

  /** Passages and travellers are numbered alike, for each traveller begins exactly one. */
  private Passage passage(JsonNode result) {
    int number = result.path("passage").asInt();
    return new Passage(number, cast.get(Math.clamp(number - 1, 0, cast.size() - 1)), result);
  }

  private Path profile(Path root, ChipReaderKind reader, TerminalKeyKind terminalKey)
      throws IOException {
    Path profile = root.resolve("hardware-profiles/simulated.yaml");
    if (reader == ChipReaderKind.PCSC) {
      Path pcsc = folder.path().resolve("pcsc.yaml");
      SmartCards.writeProfile(profile, pcsc);
      profile = pcsc;
    }
    if (terminalKey == TerminalKeyKind.CENTRE) {
      Path asking = folder.path().resolve("centre.yaml");
      TerminalKeyKind.writeProfile(profile, asking);
      profile = asking;
    }
    return profile;
  }

  /** How a technician starts the unmodified daemon. */
  static List<String> command(Path profile, Path gate, int brokerPort, GateSite site) {
    return List.of(
        System.getProperty("egate.launcher"),
        "run",
        "--profile",
        profile.toString(),
        "--state",
        gate.toString(),
        "--set",
        "uplink.broker-port=" + brokerPort,
        "--set",
        "desk.path=dev/desk",
        "--set",
        "desk.baud=9600",
        "--set",
        "desk.key=" + site.desk().publicKey());
  }

  /** What an agency would install: the trust store, the secrets, what chips are shown. */
  static void provision(Path gate, Population population) throws IOException {
    Files.createDirectories(gate.resolve("trust"));
    TrustStoreFile.write(
        gate.resolve("trust/store.egts"),
        SimulatedTrust.of(TRUST_VERSION, population.trusted(), Clock.systemUTC().instant()),
        Optional.of(SimulatedTrust.signer()));
    Credentials.provision(gate.resolve("credentials"));
    Credentials.provisionTerminal(gate, population.terminals());
  }

  @Override
  public void close() throws IOException, BrokerException {
    centre.ifPresent(ControlCentre::close);
    collector.close();
    broker.close();
    site.close();
    folder.finish();
    if (folder.keep()) {
      narrator.notes("the gate's folder is kept: " + folder.path());
    }
  }
}
