package egate.simulator.bench;

import egate.bridge.Rehearsal;
import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.inspection.StoreSigner;
import egate.inspection.StoreVerifier;
import egate.inspection.TrustData;
import egate.inspection.TrustList;
import egate.inspection.TrustStore;
import egate.inspection.TrustStoreFile;
import egate.simulator.document.Issuer;
import egate.simulator.document.World;
import egate.trust.ImportTerms;
import egate.trust.TrustImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the compiled trust store saves a bridge. */
@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    description = {
      "Opens a compiled and signed store of invented CSCAs in a process that has rehearsed, finds the"
          + " issuer of a document signer of each, and parses the same certificates out of a master"
          + " list for comparison. The page cache is warm.",
      "Demanded: opening at most 50 ms, finding an issuer at most 1 ms (99th percentile)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:as demanded", "1:not as demanded", "2:usage or fault"})
public final class TrustBench implements Callable<Integer> {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Instant NOW = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final long SEED = 600;
  private static final int OPENINGS = 20;
  private static final double OPEN_MILLIS_MAX = 50;
  private static final double FIND_MILLIS_MAX = 1;

  @Option(
      names = "--cscas",
      paramLabel = "N",
      defaultValue = "600",
      description = "How many CSCAs, 8..2000 (default: ${DEFAULT-VALUE}).")
  private int count;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("egate-bench-");
    Path store = folder.resolve("store.egts");
    Path list = folder.resolve("list.ml");
    try {
      System.err.println("making " + count + " CSCAs and a document signer of each ...");
      World world = World.of(Math.clamp(count, 8, 2_000), SEED, TODAY);
      StoreSigner signer = StoreSigner.of(new byte[32]);
      TrustStoreFile.write(store, data(world), Optional.of(signer));
      Files.write(list, Issuer.of("UTO", SEED, TODAY).publications().masterList(world.cscas()));
      var _ = Rehearsal.load().rehearse(System::nanoTime);
      return measure(store, signer.verifier(), world, list);
    } finally {
      Files.deleteIfExists(store);
      Files.deleteIfExists(list);
      Files.delete(folder);
    }
  }

  private static TrustData data(World world) {
    TrustList clock =
        new TrustList(TrustList.Kind.ANCHORS, "UT", NOW, NOW.plus(YEAR), world.cscas().size());
    return new TrustData(1, NOW, world.cscas(), List.of(), List.of(), List.of(clock));
  }

  private static int measure(Path store, StoreVerifier key, World world, Path list)
      throws Exception {
    double[] openings = new double[OPENINGS];
    for (int i = 0; i < OPENINGS; i++) {
      long begin = System.nanoTime();
      TrustStoreFile.open(store, Optional.of(key));
      openings[i] = millisSince(begin);
    }
    double first = openings[0];
    System.out.printf(
        "opening a store of %d CSCAs, %,d bytes, signature verified: first %.1f ms, median %.1f ms%n",
        world.cscas().size(), Files.size(store), first, percentile(openings, 50));
    double[] found = findings(TrustStoreFile.open(store, Optional.of(key)), world);
    System.out.printf(
        "finding an issuer: median %.3f ms, 99th percentile %.3f ms%n",
        percentile(found, 50), percentile(found, 99));
    System.out.printf("parsing the master list instead, once: %.0f ms%n", parsing(list, world));
    return first <= OPEN_MILLIS_MAX && percentile(found, 99) <= FIND_MILLIS_MAX ? 0 : 1;
  }

  /** Each signer's once, so that no certificate was parsed before. */
  private static double[] findings(TrustStore trust, World world) throws MalformedDataException {
    double[] found = new double[world.signers().size()];
    for (int i = 0; i < found.length; i++) {
      EmrtdCertificate signer = EmrtdCertificate.parse(world.signers().get(i));
      byte[] csca = world.cscas().get(i);
      long begin = System.nanoTime();
      EmrtdCertificate issuer = trust.issuersOf(signer).getFirst();
      found[i] = millisSince(begin);
      if (!Arrays.equals(issuer.encoded(), csca)) {
        throw new IllegalStateException("another issuer was found");
      }
    }
    return found;
  }

  private static double parsing(Path list, World world) throws Exception {
    TrustImport trust = new TrustImport(new ImportTerms(NOW, YEAR, YEAR, YEAR), _ -> {});
    long begin = System.nanoTime();
    trust.read(list);
    int taken = trust.finish(1).anchors().size();
    double millis = millisSince(begin);
    if (taken != world.cscas().size()) {
      throw new IllegalStateException(trust.report().refusals().toString());
    }
    return millis;
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
