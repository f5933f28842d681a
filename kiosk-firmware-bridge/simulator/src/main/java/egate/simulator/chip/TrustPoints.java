package egate.simulator.chip;

import egate.emrtd.EfCvca;
import egate.simulator.document.TerminalTrust;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a chip keeps over all its life: the last two CVCA keys, and the latest date it was told. */
final class TrustPoints {
  private static final int POINTS_MAX = 2;

  /** The newest first. */
  private final Deque<TerminalKey> points = new ArrayDeque<>();

  private LocalDate date;

  TrustPoints(TerminalTrust trust) {
    points.add(TerminalKey.trusted(trust.authority()));
    date = trust.date();
  }

  LocalDate date() {
    return date;
  }

  Optional<TerminalKey> key(String reference) {
    return points.stream().filter(key -> key.isNamed(reference)).findFirst();
  }

  /** A verified certificate may bring a later CVCA's key, and a later date. */
  void learn(TerminalKey verified, TerminalKey authority) {
    boolean known = key(verified.certificate().holderReference()).isPresent();
    if (verified.isAuthority() && !known) {
      points.addFirst(verified);
      while (points.size() > POINTS_MAX) {
        points.removeLast();
      }
    }
    LocalDate effective = verified.certificate().effective();
    if (verified.tellsTheDate(authority) && effective.isAfter(date)) {
      date = effective;
    }
  }

  byte[] efCvca() {
    return new EfCvca(points.stream().map(key -> key.certificate().holderReference()).toList())
        .encoded();
  }
}
