package egate.simulator.bench;

import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.PaceMapping;
import egate.emrtd.PaceProtocol;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.StandardParameters;
import egate.emrtd.lds.EncodedImage;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.inspection.TrustStore;
import egate.report.Judgement;
import egate.simulator.chip.ModelledField;
import egate.simulator.chip.SimulatedChip;
import egate.simulator.document.ActiveAuthenticationScheme;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.Holder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.Issuer;
import egate.simulator.document.PaceOffer;
import egate.simulator.document.SignatureScheme;
import egate.simulator.document.TravelDocument;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a chip takes to read, and how much of a processor its inspection takes. */
@Command(
    name = "chip",
    description = {
      "Reads and judges a passport with PACE, chip and active authentication and a DG2 of 15 kB.",
      "The wire's time is reckoned (12 ms a command and the bits on the air), and compared with",
      "the floor: the commands and bytes that the protocols cannot do without."
    })
public final class ChipBench implements Callable<Integer> {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final int DG2_BYTES = 15_000;
  private static final double FLOOR_RATIO_MAX = 1.05;
  private static final double CPU_MILLIS_MAX = 60;
  private static final double PASSIVE_MILLIS_MAX = 10;

  @Option(
      names = "--rounds",
      defaultValue = "60",
      paramLabel = "N",
      description =
          "Inspections to measure, 10 or more, after as many to warm up (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--json", description = "One object a line.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    boolean good = true;
    TravelDocument document =
        document(issuer(SignatureScheme.ECDSA_P256), StandardParameters.P_256);
    for (int bitsPerSecond : new int[] {106_000, 212_000, 424_000, 848_000}) {
      if (bitsPerSecond <= 424_000) {
        good &= race("pn532", document, 260, bitsPerSecond);
      }
      good &= race("extended", document, 65_538, bitsPerSecond);
    }
    good &= cpu(SignatureScheme.ECDSA_P256, StandardParameters.P_256);
    good &= cpu(SignatureScheme.ECDSA_BRAINPOOL_P256_EXPLICIT, StandardParameters.BRAINPOOL_P256R1);
    return good ? 0 : 1;
  }

  private boolean race(String reader, TravelDocument document, int responseBytesMax, int rate)
      throws Exception {
    ModelledField field =
        new ModelledField(new SimulatedChip(document, new Random(1)), responseBytesMax, rate);
    read(document, field).close();
    ChipFloor floor = ChipFloor.of(document, responseBytesMax, rate);
    double millis = field.time().toNanos() / 1e6;
    double ratio = field.time().toNanos() / (double) floor.nanos();
    say(
        "%-9s %3d kbit/s  %3d commands %6d bytes  %6.0f ms  floor %3d commands %6.0f ms  ratio %.3f",
        "{\"reader\":\"%s\",\"kbit_s\":%d,\"commands\":%d,\"bytes\":%d,\"ms\":%.0f,"
            + "\"floor_commands\":%d,\"floor_ms\":%.0f,\"ratio\":%.3f}",
        reader,
        rate / 1_000,
        field.commands(),
        field.bytes(),
        millis,
        floor.commands(),
        floor.nanos() / 1e6,
        ratio);
    return ratio <= FLOOR_RATIO_MAX;
  }

  private boolean cpu(SignatureScheme scheme, StandardParameters curve) throws Exception {
    Issuer issuer = issuer(scheme);
    TravelDocument document = document(issuer, curve);
    TrustStore trust = TrustStore.of(1, List.of(issuer.cscaCertificate()));
    double[] whole = new double[2 * rounds];
    double[] passive = new double[2 * rounds];
    for (int i = 0; i < whole.length; i++) {
      inspect(document, trust, i, whole, passive);
    }
    double wholeMillis = median(whole);
    double passiveMillis = median(passive);
    say(
        "processor %s: %.1f ms an inspection, of it %.1f ms passive authentication (median of %d, warm)",
        "{\"curve\":\"%s\",\"inspection_cpu_ms\":%.1f,\"passive_cpu_ms\":%.1f,\"rounds\":%d}",
        curve,
        wholeMillis,
        passiveMillis,
        rounds);
    return wholeMillis <= CPU_MILLIS_MAX && passiveMillis <= PASSIVE_MILLIS_MAX;
  }

  private static void inspect(
      TravelDocument document, TrustStore trust, int round, double[] whole, double[] passive)
      throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ModelledField field =
        new ModelledField(new SimulatedChip(document, new Random(round)), 65_538, 848_000);
    long begin = threads.getCurrentThreadCpuTime();
    try (Evidence evidence = read(document, field)) {
      Mrz mrz = Mrz.parse(document.mrz().lines());
      InspectedDocument judged = Inspection.inspect(evidence, mrz, trust, TODAY);
      long end = threads.getCurrentThreadCpuTime();
      if (judged.judgement() != Judgement.ACCEPTED) {
        throw new IllegalStateException("the document was not accepted: " + judged.checks());
      }
      whole[round] = (end - begin - field.chipCpuNanos()) / 1e6;
      passive[round] = passiveMillis(evidence, mrz, trust);
    }
  }

  /** The same files without the transcripts: what is left to verify is signed by the issuer. */
  private static double passiveMillis(Evidence evidence, Mrz mrz, TrustStore trust) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Evidence files = new Evidence(evidence.access(), evidence.files(), Map.of(), evidence.steps());
    long begin = threads.getCurrentThreadCpuTime();
    Inspection.inspect(files, mrz, trust, TODAY);
    return (threads.getCurrentThreadCpuTime() - begin) / 1e6;
  }

  /** Of the second half; the first was to warm up. */
  private static double median(double[] values) {
    double[] warm = Arrays.copyOfRange(values, values.length / 2, values.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }

  private static Evidence read(TravelDocument document, ModelledField field) throws Exception {
    Mrz mrz = Mrz.parse(document.mrz().lines());
    try (EmrtdReader reader = new EmrtdReader(mrz, new Random(2), System::nanoTime)) {
      return reader.read(field);
    }
  }

  private static Issuer issuer(SignatureScheme scheme) {
    return Issuer.of("UTO", scheme, 7, TODAY);
  }

  /** Without DG3, which the figures leave out. */
  private static TravelDocument document(Issuer issuer, StandardParameters curve) {
    byte[] noise = new byte[DG2_BYTES];
    new Random(3).nextBytes(noise);
    ChipProtocols protocols =
        ChipProtocols.standard()
            .withPace(
                new PaceOffer(
                    new PaceProtocol(PaceMapping.GENERIC, true, SessionAlgorithm.AES_128), curve))
            .withActiveAuthentication(ActiveAuthenticationScheme.ECDSA_P256);
    return issuer.issue(
        Holder.of(3, TODAY),
        new EncodedImage(EncodedImage.Format.JPEG, 413, 531, noise),
        new EncodedImage(EncodedImage.Format.PNG, 256, 288, new byte[100]),
        IssueOptions.standard().withoutFinger().withProtocols(protocols));
  }

  private void say(String text, String object, Object... values) {
    System.out.println(String.format(Locale.ROOT, json ? object : text, values));
  }
}
