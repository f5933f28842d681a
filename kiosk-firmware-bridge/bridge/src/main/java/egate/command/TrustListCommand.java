package egate.command;

import egate.emrtd.EmrtdCertificate;
import egate.inspection.StoreVerifier;
import egate.inspection.TrustList;
import egate.inspection.TrustStore;
import egate.inspection.TrustStoreCorruptException;
import egate.inspection.TrustStoreFile;
import egate.inspection.TrustStoreMissingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code egate trust list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Shows a store: its lists and how old they are, its countries, what expires next.")
final class TrustListCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "STORE",
      description = "The store (default: ${DEFAULT-VALUE}).")
  private Path store = Path.of("store.egts");

  @Option(
      names = "--key",
      paramLabel = "HEX",
      description = "Public key under which it must be signed: trust.key of the profile.")
  private @Nullable String key;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CommandFault {
    TrustStore trust = open();
    Instant now = Clock.systemUTC().instant();
    showStore(trust);
    List<TrustList> lists = new ArrayList<>(trust.lists());
    lists.sort(Comparator.comparing(TrustList::limit));
    lists.forEach(list -> show(list, now));
    byCountry(trust).forEach((country, certificates) -> show(country, certificates, now));
    return 0;
  }

  private TrustStore open() throws CommandFault {
    try {
      Optional<StoreVerifier> verifier = Optional.ofNullable(key).map(StoreVerifier::parse);
      return TrustStoreFile.open(store, verifier);
    } catch (IllegalArgumentException e) {
      throw new CommandFault("--key: is no public key; give 64 hexadecimal digits");
    } catch (TrustStoreMissingException | TrustStoreCorruptException e) {
      throw new CommandFault(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, List<EmrtdCertificate>> byCountry(TrustStore trust) {
    Map<String, List<EmrtdCertificate>> byCountry = new TreeMap<>();
    for (int number = 0; number < trust.size(); number++) {
      EmrtdCertificate certificate = trust.certificate(number);
      String country = certificate.country().orElse("--").strip().toUpperCase(Locale.ROOT);
      byCountry.computeIfAbsent(country, _ -> new ArrayList<>()).add(certificate);
    }
    return byCountry;
  }

  private void showStore(TrustStore trust) {
    if (json) {
      print(
          new JsonObject()
              .put("event", "store")
              .put("version", trust.version())
              .put("compiled", trust.compiledAt().toString())
              .put("certificates", trust.size())
              .put("signature", key == null ? "not checked" : "verified"));
    } else {
      out()
          .printf(
              "%s: version %d, compiled %s, %d certificates, signature %s%n",
              store,
              trust.version(),
              trust.compiledAt(),
              trust.size(),
              key == null ? "not checked (--key)" : "verified");
    }
  }

  private void show(TrustList list, Instant now) {
    long age = Duration.between(list.issued(), now).toDays();
    long left = Duration.between(now, list.limit()).toDays();
    String kind = list.kind().name().toLowerCase(Locale.ROOT);
    if (json) {
      print(
          new JsonObject()
              .put("event", "clock")
              .put("list", kind)
              .put("publisher", list.publisher())
              .put("issued", list.issued().toString())
              .put("limit", list.limit().toString())
              .put("age_days", age)
              .put("entries", list.entries())
              .put("over", list.isOverAt(now))
              .put("stops", stops(list)));
    } else {
      out()
          .printf(
              "clock   %-11s %s  %6d entries, %d days old, %s%n",
              kind,
              list.publisher(),
              list.entries(),
              age,
              list.isOverAt(now)
                  ? "OVER since " + day(list.limit()) + ": " + stops(list)
                  : "good for " + left + " days; then " + stops(list));
    }
  }

  private static String stops(TrustList list) {
    return switch (list.kind()) {
      case ANCHORS -> "no document can be trusted: all are referred";
      case REVOCATIONS -> "revocation of this country's signers cannot be told";
      case DEVIATIONS -> "documents with newer defects are refused, not referred";
    };
  }

  private void show(String country, List<EmrtdCertificate> certificates, Instant now) {
    long links = certificates.stream().filter(c -> !c.isSelfIssued()).count();
    long valid = certificates.stream().filter(c -> c.isValidAt(now)).count();
    Optional<Instant> next =
        certificates.stream()
            .map(EmrtdCertificate::notAfter)
            .filter(end -> end.isAfter(now))
            .min(Comparator.naturalOrder());
    if (json) {
      print(
          new JsonObject()
              .put("event", "country")
              .put("country", country)
              .put("certificates", certificates.size())
              .put("links", links)
              .put("valid", valid)
              .put("next_expiry", next.map(i -> day(i).toString()).orElse(null)));
    } else {
      out()
          .printf(
              "country %-3s %3d certificates, %d of them links, %d valid today, next expiry %s%n",
              country,
              certificates.size(),
              links,
              valid,
              next.map(i -> day(i).toString()).orElse("none"));
    }
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void print(JsonObject object) {
    out().println(object);
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
