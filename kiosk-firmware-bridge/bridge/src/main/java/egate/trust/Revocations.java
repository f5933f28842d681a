package egate.trust;

import egate.emrtd.MalformedDataException;
import egate.inspection.RevocationList;
import egate.inspection.StoreKey;
import egate.inspection.UnsupportedAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revocation lists that are taken: of each known CSCA the newest that it signed. */
final class Revocations {
  private final Anchors anchors;
  private final Duration last;
  private final ImportReport report;
  private final Map<StoreKey, RevocationList> byIssuer = new LinkedHashMap<>();

  /**
   * @param last how long a list may be relied on that names no next one
   */
  Revocations(Anchors anchors, Duration last, ImportReport report) {
    this.anchors = anchors;
    this.last = last;
    this.report = report;
  }

  void addAll(Collection<RevocationList> before) {
    before.forEach(list -> byIssuer.put(list.issuer(), list));
  }

  List<RevocationList> all() {
    return List.copyOf(byIssuer.values());
  }

  /** Takes one, once all certificates are there. */
  void take(Item item) {
    String what = "revocation list";
    try {
      Crl crl = Crl.parse(item.bytes());
      RevocationList fresh = crl.revocations(last);
      what += " of " + fresh.clock().publisher() + " of " + fresh.clock().issued();
      Optional<String> fault = fault(crl, fresh);
      if (fault.isPresent()) {
        report.refuse(new Refusal(item.source(), what, fault.get()));
        return;
      }
      byIssuer.put(fresh.issuer(), fresh);
      report.state(
          item.source() + ": " + what + ", " + fresh.revoked().size() + " revoked, verified");
    } catch (MalformedDataException e) {
      report.refuse(new Refusal(item.source(), what, String.valueOf(e.getMessage())));
    } catch (UnsupportedAlgorithmException e) {
      report.refuse(
          new Refusal(
              item.source(), what, "is signed with what is not supported: " + e.getMessage()));
    }
  }

  private Optional<String> fault(Crl crl, RevocationList fresh)
      throws UnsupportedAlgorithmException {
    if (anchors.withSubject(crl.issuer()).isEmpty()) {
      return Optional.of("its issuer is not among the CSCAs");
    }
    if (!isSignedByIssuer(crl)) {
      return Optional.of("its signature is wrong");
    }
    return Optional.ofNullable(byIssuer.get(fresh.issuer()))
        .filter(old -> old.clock().issued().isAfter(fresh.clock().issued()))
        .map(old -> "there is a newer one, of " + old.clock().issued());
  }

  private boolean isSignedByIssuer(Crl crl) throws UnsupportedAlgorithmException {
    for (var issuer : anchors.withSubject(crl.issuer())) {
      if (crl.isSignedWith(issuer.publicKey())) {
        return true;
      }
    }
    return false;
  }
}
