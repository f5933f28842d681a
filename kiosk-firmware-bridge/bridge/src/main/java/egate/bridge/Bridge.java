package egate.bridge;

import egate.biometric.face.FaceCapability;
import egate.bridge.serial.JsscLine;
import egate.inspection.TrustStore;
import egate.inspection.TrustStoreCorruptException;
import egate.inspection.TrustStoreFile;
import egate.inspection.TrustStoreMissingException;
import egate.report.Component;
import egate.report.Order;
import egate.report.Reason;
import egate.report.Report;
import egate.report.Versions;
import egate.report.WallClock;
import egate.terminal.TerminalCapability;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bridge process: rehearses, waits as the spare, serves one traveller, dies.
 *
 * <p>It writes nothing anywhere; all that leaves it goes through its one socket.
 */
public final class Bridge {
  private static final int FAULT = 2;

  private final BridgeOptions options;
  private final DaemonLine daemon;

  private Bridge(BridgeOptions options, DaemonLine daemon) {
    this.options = options;
    this.daemon = daemon;
  }

  /** Started by the daemon, or by systemd with the socket as standard input. */
  public static void main(String[] args) {
    int status = FAULT;
    try {
      BridgeOptions options = BridgeOptions.parse(args);
      status = options.rehearseOnly() ? rehearse(options.passages()) : live(options);
    } catch (IllegalArgumentException | IOException | RehearsalException e) {
      System.err.println("egate bridge: " + e.getMessage());
    } catch (InterruptedException e) {
      System.err.println("egate bridge: interrupted");
    } finally {
      // Nothing is to be tidied: the end of the process is the wipe. A training run of the AOT
      // cache ends in order, for only then is it written.
      if (status != 0 || args.length > 1) {
        Runtime.getRuntime().halt(status);
      }
    }
  }

  /** What each took goes to standard output, in milliseconds of processor time. */
  private static int rehearse(@Nullable Path passages)
      throws IOException, RehearsalException, InterruptedException {
    int rehearsal = Rehearsal.load().rehearse(System::nanoTime);
    if (passages != null) {
      System.out.println("rehearsal " + rehearsal);
      for (Path passage : Rehearsal.recorded(passages)) {
        System.out.println("passage " + Rehearsal.of(passage).playOnce(System::nanoTime));
      }
    }
    return 0;
  }

  private static int live(BridgeOptions options) throws IOException, InterruptedException {
    IdlePriority priority = new IdlePriority();
    SocketDaemonLine daemon =
        new SocketDaemonLine(socket(options), () -> Runtime.getRuntime().halt(0), priority::giveUp);
    daemon.listen();
    return new Bridge(options, daemon).live(priority);
  }

  private static SocketChannel socket(BridgeOptions options) throws IOException {
    if (System.inheritedChannel() instanceof SocketChannel inherited) {
      return inherited;
    }
    Path path = Objects.requireNonNull(options.connect(), "no socket is inherited or named");
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(path));
    return channel;
  }

  private int live(IdlePriority priority) throws IOException, InterruptedException {
    try {
      TrustStore trust =
          TrustStoreFile.open(
              Objects.requireNonNull(options.trust()), Optional.ofNullable(options.trustKey()));
      FaceCapability faces = FaceCapability.load(options.models(), options.modelsKey());
      // Before it says that it is ready: a PKCS#12 file's password may take a second to try.
      TerminalCapability terminal = terminal();
      Versions versions = new Versions(trust.version(), faces.version(), options.profileVersion());
      int rehearsalMillis = priority.during(() -> Rehearsal.load().rehearse(System::nanoTime));
      daemon.send(new Report.Ready((int) ProcessHandle.current().pid(), rehearsalMillis, versions));
      Order.@Nullable Begin begin = awaitBegin();
      return begin == null ? 0 : serve(begin, trust, versions, faces, terminal);
    } catch (TrustStoreMissingException e) {
      return fail(Reason.TRUST_STORE_MISSING, Component.INSPECTION);
    } catch (TrustStoreCorruptException e) {
      return fail(Reason.TRUST_STORE_CORRUPT, Component.INSPECTION);
    } catch (RehearsalException e) {
      return fail(Reason.BRIDGE_FAULT, Component.REHEARSAL);
    } catch (DeviceLostException e) {
      return fail(e.reason(), Component.SESSION);
    } catch (RuntimeException | Error e) { // whatever a hostile document can make of a decoder
      Failure failure = Failure.of(e);
      daemon.send(new Report.Failed(Reason.BRIDGE_FAULT, failure.component(), failure.line()));
      return FAULT;
    }
  }

  /** The spare's life: nothing but Begin or End is permitted. */
  private Order.@Nullable Begin awaitBegin() throws InterruptedException {
    while (true) {
      switch (daemon.next(Surroundings.MOMENT)) {
        case null -> {}
        case Order.Begin begin -> {
          return begin;
        }
        case Order.End _ -> {
          return null;
        }
        case Order.TerminalSignature _ ->
            throw new IllegalStateException("TerminalSignature before Begin");
        case Order.MoreTime _, Order.Hurry _ -> {} // the line has seen to it
        case Order.Identify _ -> throw new IllegalStateException("Identify before Begin");
        case Order.SelfTest _ -> throw new IllegalStateException("SelfTest is not built yet");
      }
    }
  }

  private int serve(
      Order.Begin begin,
      TrustStore trust,
      Versions versions,
      FaceCapability faces,
      TerminalCapability terminal)
      throws IOException, InterruptedException, DeviceLostException {
    if (!versions.atLeast(begin.least())) {
      return fail(Reason.VERSIONS_TOO_OLD, Component.SESSION);
    }
    WallClock clock = begin.clock().notBefore(trust.compiledAt());
    Surroundings surroundings =
        new Surroundings(
            daemon,
            begin.policy(),
            trust,
            () -> clock.at(Clock.systemUTC().instant()),
            System::nanoTime,
            new SecureRandom(),
            faces,
            terminal);
    Devices devices = new Devices(drivers(), surroundings);
    HealthReports.start(devices, daemon);
    TerminalStanding.tell(surroundings);
    new TravellerSession(surroundings, devices).serve();
    return 0;
  }

  private TerminalCapability terminal() {
    TerminalOptions wanted = options.terminal();
    return wanted == null
        ? TerminalCapability.NONE
        : TerminalCapability.load(
            wanted.certificates(),
            wanted.key(),
            wanted.secret(),
            new DaemonControlCentre(daemon, System::nanoTime));
  }

  private DeviceDrivers drivers() {
    return new SerialDrivers(
        options.devices(),
        address -> JsscLine.open(Path.of(address.path()), address.baud(), System::nanoTime),
        System::nanoTime);
  }

  private int fail(Reason reason, Component component) throws IOException {
    daemon.send(new Report.Failed(reason, component, 0));
    return FAULT;
  }
}
