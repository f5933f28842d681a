package egate.trust;

import egate.inspection.TrustList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How old each list is that was taken. A publisher's list never gives way to an older one. */
final class ListClocks {
  private final List<TrustList> clocks = new ArrayList<>();

  void addAll(Collection<TrustList> before) {
    clocks.addAll(before);
  }

  List<TrustList> all() {
    return clocks;
  }

  boolean has(TrustList.Kind kind) {
    return clocks.stream().anyMatch(clock -> clock.kind() == kind);
  }

  /** Nobody can bring back what a state has withdrawn. */
  boolean haveNewer(TrustList.Kind kind, String publisher, Instant signedAt) {
    return clocks.stream()
        .anyMatch(
            old ->
                old.kind() == kind
                    && old.publisher().equals(publisher)
                    && old.issued().isAfter(signedAt));
  }

  /** A newer list takes the place of the same publisher's older one. */
  void renew(TrustList fresh) {
    clocks.removeIf(
        old ->
            old.kind() == fresh.kind()
                && old.publisher().equals(fresh.publisher())
                && !old.issued().isAfter(fresh.issued()));
    clocks.add(fresh);
  }
}
