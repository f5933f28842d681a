package egate.command;

import egate.emrtd.MalformedDataException;
import egate.inspection.StoreSigner;
import egate.inspection.TrustData;
import egate.inspection.TrustStore;
import egate.inspection.TrustStoreCorruptException;
import egate.inspection.TrustStoreFile;
import egate.inspection.TrustStoreMissingException;
import egate.trust.ImportReport;
import egate.trust.ImportTerms;
import egate.trust.Refusal;
import egate.trust.TrustImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code egate trust import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Compiles trust data into one file, which gates map: CSCA master lists, the ICAO PKD's LDIF,"
          + " certificates and revocation lists in DER or PEM, deviation lists, or folders of them.",
      "What each file is, its bytes tell. Each list's signature and its signer's chain are verified;"
          + " what is refused is shown with the reason. What the store holds already stays in it."
    },
    footer = {
      "",
      "The first master list may bring along the CSCA that it is signed under: compare the SHA-256",
      "that is shown with what its state publishes, or give that CSCA with --csca.",
      "",
      "Gates in production want the store signed. Make the key once, where no gate is:",
      "  openssl genpkey -algorithm ed25519 -out trust.key",
      "Its public half, which this command prints, belongs in the profile as trust.key.",
      "",
      "Example: egate trust import DE_ML.ml crls/ --out store.egts --key trust.key",
    })
final class TrustImportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "STORE",
      description = "The store to make or to add to (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("store.egts");

  @Option(names = "--replace", description = "Begin anew: drop what the store holds.")
  private boolean replace;

  @Option(
      names = "--store-version",
      paramLabel = "N",
      description = "Version of the new store (default: one above the present one's).")
  private @Nullable Integer version;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Ed25519 private key (PEM) to sign with.")
  private @Nullable Path key;

  @Option(
      names = "--csca",
      paramLabel = "FILE",
      description = "CSCA (DER) that is trusted to have issued signers of lists. May be repeated.")
  private List<Path> cscas = new ArrayList<>();

  @Option(
      names = "--anchors-days",
      paramLabel = "DAYS",
      description = "A master list is too old after so many days (default: ${DEFAULT-VALUE}).")
  private int anchorsDays = 365;

  @Option(
      names = "--revocations-days",
      paramLabel = "DAYS",
      description =
          "A revocation list that names no next one is, after so many (default: ${DEFAULT-VALUE}).")
  private int revocationsDays = 90;

  @Option(
      names = "--deviations-days",
      paramLabel = "DAYS",
      description = "A deviation list is, after so many (default: ${DEFAULT-VALUE}).")
  private int deviationsDays = 365;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CommandFault {
    Instant now = Clock.systemUTC().instant();
    Optional<TrustStore> before = before();
    int next = nextVersion(before, now);
    TrustImport trust = start(before, now);
    readAll(trust);
    TrustData data = trust.finish(next);
    ImportReport report = trust.report();
    if (data.anchors().isEmpty()
        || report.added() + report.known() + report.statements().size() == 0) {
      show(report, data, "nothing was taken: " + out + " stays as it is");
      return 1;
    }
    String signature = write(data);
    show(report, data, "wrote " + out + ", version " + next + ", " + signature);
    return 0;
  }

  private Optional<TrustStore> before() throws CommandFault {
    if (!Files.exists(out)) {
      return Optional.empty();
    }
    try {
      return Optional.of(TrustStoreFile.open(out));
    } catch (TrustStoreCorruptException | TrustStoreMissingException e) {
      throw new CommandFault(
          String.valueOf(e.getMessage()).replace("; import it again", "")
              + "; move it away, then import all lists again");
    }
  }

  /** A store never gets older: neither its version nor its date may go back. */
  private int nextVersion(Optional<TrustStore> before, Instant now) throws CommandFault {
    int present = before.map(TrustStore::version).orElse(0);
    if (before.isPresent() && now.isBefore(before.get().compiledAt())) {
      throw new CommandFault(
          out
              + " was compiled at "
              + before.get().compiledAt()
              + ", after this clock's time; set the clock");
    }
    int next = version == null ? Math.addExact(present, 1) : version;
    if (next <= present) {
      throw new CommandFault(
          out + " has version " + present + " already; versions never go back: give a higher one");
    }
    return next;
  }

  private TrustImport start(Optional<TrustStore> before, Instant now) throws CommandFault {
    Progress progress = new Progress(err());
    AtomicLong entries = new AtomicLong();
    TrustImport trust =
        new TrustImport(
            new ImportTerms(
                now,
                Duration.ofDays(anchorsDays),
                Duration.ofDays(revocationsDays),
                Duration.ofDays(deviationsDays)),
            bytes -> progress.tell(entries.incrementAndGet(), "entries read"));
    try {
      if (before.isPresent() && !replace) {
        trust.startFrom(before.get().data());
      }
      for (Path csca : cscas) {
        trust.trustSignersOf(Files.readAllBytes(csca));
      }
    } catch (IOException | MalformedDataException e) {
      throw new CommandFault("--csca: not readable, or no certificate in DER");
    }
    return trust;
  }

  private void readAll(TrustImport trust) throws CommandFault {
    for (Path file : files) {
      try {
        trust.read(file);
      } catch (IOException e) {
        throw new CommandFault(file + ": cannot be read; nothing was changed");
      }
    }
  }

  private static StoreSigner signer(Path key) throws IOException, CommandFault {
    return StoreSigner.ofPem(Files.readString(key))
        .orElseThrow(
            () ->
                new CommandFault(
                    key
                        + ": holds no Ed25519 private key; make one with"
                        + " 'openssl genpkey -algorithm ed25519'"));
  }

  private String write(TrustData data) throws CommandFault {
    try {
      Optional<StoreSigner> signer = key == null ? Optional.empty() : Optional.of(signer(key));
      TrustStoreFile.write(out, data, signer);
      return signer
          .map(s -> "signed; trust.key of profiles: " + s.verifier().hexadecimal())
          .orElse("not signed: for evaluation only");
    } catch (IOException e) {
      throw new CommandFault(
          key != null && !Files.isReadable(key)
              ? key + ": cannot be read; give the private key with --key"
              : String.valueOf(e.getMessage()));
    }
  }

  private void show(ImportReport report, TrustData data, String end) {
    report.statements().forEach(line -> say("list", line));
    report.refusals().forEach(this::refused);
    if (json) {
      out()
          .println(
              new JsonObject()
                  .put("event", "summary")
                  .put("added", report.added())
                  .put("known", report.known())
                  .put("refused", report.refused())
                  .put("signers_seen", report.signers())
                  .put("certificates", data.anchors().size())
                  .put("revocation_lists", data.revocations().size())
                  .put("deviations", data.defects().size())
                  .put("version", data.version())
                  .put("result", end));
      return;
    }
    out()
        .printf(
            "certificates: %d added, %d known already, %d refused things; %d document signers seen,"
                + " which documents bring along%n",
            report.added(), report.known(), report.refused(), report.signers());
    out()
        .printf(
            "the store: %d certificates, %d revocation lists, %d deviations%n%s%n",
            data.anchors().size(), data.revocations().size(), data.defects().size(), end);
  }

  private void refused(Refusal refusal) {
    if (json) {
      out()
          .println(
              new JsonObject()
                  .put("event", "refused")
                  .put("source", refusal.source())
                  .put("what", refusal.what())
                  .put("why", refusal.why()));
    } else {
      out().println("refused  " + refusal.source() + ": " + refusal.what() + ": " + refusal.why());
    }
  }

  private void say(String event, String line) {
    out()
        .println(
            json
                ? new JsonObject().put("event", event).put("text", line).toString()
                : "list     " + line);
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
