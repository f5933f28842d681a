package egate.daemon.config;

import egate.gate.Topology;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Presence;
import egate.gate.gpio.Wire;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every key of a profile, once, in the order in which the file is written. */
final class ProfileMapping {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern GATE = Pattern.compile("[A-Z0-9-]{1,32}");
  static final Pattern PATH = Pattern.compile("[A-Za-z0-9/._-]{1,200}");

  /** As pcscd names readers, and * for any characters. */
  private static final Pattern READER = Pattern.compile("[A-Za-z0-9 ()\\[\\]/._*-]{1,128}");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");

  private static final String SEGREGATED = "segregated-two-step";

  /** The provider of the simulator's; its jar is on no installed gate either. */
  private static final String SIMULATED = "simulated";

  private final WireMapping wires = new WireMapping();

  private ProfileMapping() {}

  static HardwareProfile profile(Section root) throws ProfileException {
    return new ProfileMapping().read(root);
  }

  private HardwareProfile read(Section root) throws ProfileException {
    String name = root.text("profile", NAME);
    int version = root.integer("version", HardwareProfile.VERSION);
    boolean production = root.flag("production");
    String gate = root.text("gate", GATE);
    Topology topology = topology(root);
    HardwareProfile profile =
        new HardwareProfile(
            name,
            version,
            production,
            gate,
            topology,
            lines(root.section("lines"), topology),
            devices(root.section("devices")),
            timings(root.section("timings-ms")),
            comparison(root.section("comparison")),
            DocumentPolicySection.read(root.optionalSection("documents")),
            TrustMapping.trust(root.section("trust")),
            models(root.optionalSection("models")),
            TerminalSection.read(root.optionalSection("terminal")),
            clock(root),
            root.text("credentials", PATH),
            desk(root.optionalSection("desk")),
            broker(root.optionalSection("uplink")),
            TrustMapping.updates(root.optionalSection("updates")),
            port(root.section("diagnostics")));
    root.done();
    requireRealDoors(root, profile);
    if (production) {
      TrustMapping.requireSigned(root.section("trust"), profile.trust());
    }
    return profile;
  }

  /** A policy's file has these sections of a profile, and all of them. */
  static Policy policy(Section root) throws ProfileException {
    Policy policy =
        new Policy(
            root.integer("version", HardwareProfile.VERSION),
            comparison(root.section("comparison")),
            DocumentPolicySection.read(Optional.of(root.section("documents"))));
    root.done();
    return policy;
  }

  /** What is deliberately not built is named, lest somebody take it for forgotten. */
  private static Topology topology(Section root) throws ProfileException {
    List<String> keys = Arrays.stream(Topology.values()).map(Topology::key).toList();
    List<String> known = Stream.concat(keys.stream(), Stream.of(SEGREGATED)).toList();
    String key = root.choice("topology", known);
    if (key.equals(SEGREGATED)) {
      throw root.refuse(
          "topology",
          "is deliberately not built, for an identity would have to leave its process",
          "write one of " + String.join(", ", keys));
    }
    return Topology.of(key).orElseThrow();
  }

  /** A door that only seems to open is worse in production than none. */
  private static void requireRealDoors(Section root, HardwareProfile profile)
      throws ProfileException {
    if (profile.production() && profile.lines().provider().equals(SIMULATED)) {
      throw root.section("lines")
          .refuse(
              "provider",
              "is simulated, and production is true",
              "write gpiochip, or production: false");
    }
  }

  private GateLines lines(Section section, Topology topology) throws ProfileException {
    GateLines lines =
        new GateLines(
            section.text("provider", NAME),
            section.text("chip", PATH),
            section.integer("debounce-ms", GateLines.DEBOUNCE_MILLIS),
            section.integer("heartbeat-ms", GateLines.HEARTBEAT_MILLIS),
            wiring(section.section("inputs"), section.section("outputs"), topology));
    section.done();
    return lines;
  }

  private GateWiring wiring(Section inputs, Section outputs, Topology topology)
      throws ProfileException {
    Map<InputLine, Wire> inputWires = new EnumMap<>(InputLine.class);
    for (InputLine line : InputLine.values()) {
      if (wired(inputs, line.key(), line.in(topology), topology)) {
        inputWires.put(line, wires.input(inputs, line.key()));
      }
    }
    inputs.done();
    Map<OutputLine, Wire> outputWires = new EnumMap<>(OutputLine.class);
    for (OutputLine line : OutputLine.values()) {
      if (wired(outputs, line.key(), line.in(topology), topology)) {
        outputWires.put(line, wires.output(outputs, line.key()));
      }
    }
    outputs.done();
    return new GateWiring(inputWires, outputWires);
  }

  /** Whether a line is to be read: one that is needed, or one that may be there and is. */
  private static boolean wired(Section section, String key, Presence presence, Topology topology)
      throws ProfileException {
    return switch (presence) {
      case NEEDED -> true;
      case OPTIONAL -> section.has(key);
      case NONE -> {
        section.refuseIfThere(key, "has no place at a " + topology.key() + " gate", "remove it");
        yield false;
      }
    };
  }

  private static Devices devices(Section section) throws ProfileException {
    Devices devices =
        new Devices(
            device(section.section("mrz-reader"), List.of("soh-ou")),
            chipReader(section.section("chip-reader")),
            device(section.section("finger-sensor"), List.of("zfm")),
            device(section.section("camera"), List.of("vc0706")));
    section.done();
    requireDistinct(section, devices);
    return devices;
  }

  /** Its driver decides which keys follow. */
  private static ChipReaderDevice chipReader(Section section) throws ProfileException {
    List<String> drivers = List.of("pn532", PcscDevice.DRIVER);
    if (!section.choice("driver", drivers).equals(PcscDevice.DRIVER)) {
      return device(section, drivers);
    }
    PcscDevice device =
        new PcscDevice(
            section.text("reader", READER),
            section.integer("response-bytes", PcscDevice.RESPONSE_BYTES));
    section.done();
    return device;
  }

  private static Optional<Desk> desk(Optional<Section> optional) throws ProfileException {
    if (optional.isEmpty()) {
      return Optional.empty();
    }
    Section section = optional.get();
    String path = section.text("path", PATH);
    int baud = section.integerChoice("baud", SerialDevice.BAUDS);
    String key = section.text("key", Desk.KEY);
    section.done();
    try {
      return Optional.of(new Desk(path, baud, key));
    } catch (IllegalArgumentException e) {
      throw section.refuse(
          "key",
          "is no Ed25519 public key",
          "write what 'openssl pkey -pubout' prints between its lines");
    }
  }

  private static void requireDistinct(Section section, Devices devices) throws ProfileException {
    Map<String, String> users = new HashMap<>();
    for (var device : devices.byKey().entrySet()) {
      String path = device.getValue().path();
      String other = users.putIfAbsent(path, device.getKey());
      if (other != null) {
        throw section
            .section(device.getKey())
            .refuse("path", path + " is used by " + other + " too", "give each its own port");
      }
    }
  }

  private static SerialDevice device(Section section, List<String> drivers)
      throws ProfileException {
    SerialDevice device =
        new SerialDevice(
            section.choice("driver", drivers),
            section.text("path", PATH),
            section.integerChoice("baud", SerialDevice.BAUDS));
    section.done();
    return device;
  }

  private static PassageTimings timings(Section section) throws ProfileException {
    PassageTimings timings =
        new PassageTimings(
            section.integer("document", PassageTimings.VERDICT_MILLIS),
            section.integer("document-return", PassageTimings.RETURN_MILLIS),
            section.integer("entering", PassageTimings.STEP_MILLIS),
            section.integer("closing", PassageTimings.STEP_MILLIS),
            section.integer("identifying", PassageTimings.VERDICT_MILLIS),
            section.integer("leaving", PassageTimings.STEP_MILLIS),
            section.integer("officer", PassageTimings.STEP_MILLIS),
            section.integer("ending", PassageTimings.ENDING_MILLIS),
            section.integer(
                "attention", PassageTimings.REST_MILLIS, PassageTimings.ATTENTION_MILLIS_USUAL),
            section.integer("hold", PassageTimings.REST_MILLIS, PassageTimings.HOLD_MILLIS_USUAL),
            section.integer("jog", PassageTimings.JOG_MILLIS, PassageTimings.JOG_MILLIS_USUAL),
            section.integer(
                "document-left", PassageTimings.LEFT_MILLIS, PassageTimings.LEFT_MILLIS_USUAL),
            section.integer(
                "extended-percent",
                PassageTimings.EXTENDED_PERCENT,
                PassageTimings.EXTENDED_PERCENT_USUAL));
    if (timings.documentReturnMillis() >= timings.documentMillis()) {
      throw section.refuse(
          "document-return", "is not below document", "leave time to read after the return");
    }
    section.done();
    return timings;
  }

  private static ComparisonPolicy comparison(Section section) throws ProfileException {
    ComparisonPolicy policy =
        new ComparisonPolicy(
            section.integer("finger-fmr-per-million", ComparisonPolicy.FMR_PER_MILLION),
            section.integer("finger-tries", ComparisonPolicy.TRIES),
            section.flag("face"));
    section.done();
    return policy;
  }

  private static ClockSource clock(Section root) throws ProfileException {
    return root.has("clock")
        ? ClockSource.of(root.choice("clock", ClockSource.KEYS))
        : ClockSource.SYNCHRONISED;
  }

  private static Optional<Models> models(Optional<Section> optional) throws ProfileException {
    if (optional.isEmpty()) {
      return Optional.empty();
    }
    Section section = optional.get();
    Models models = new Models(section.text("pack", PATH), section.text("key", PATH));
    section.done();
    return Optional.of(models);
  }

  private static Optional<Broker> broker(Optional<Section> optional) throws ProfileException {
    if (optional.isEmpty()) {
      return Optional.empty();
    }
    Section section = optional.get();
    Broker broker =
        new Broker(section.text("broker-host", HOST), section.integer("broker-port", Broker.PORT));
    section.done();
    return Optional.of(broker);
  }

  private static int port(Section section) throws ProfileException {
    int port = section.integer("port", HardwareProfile.PORT);
    section.done();
    return port;
  }
}
