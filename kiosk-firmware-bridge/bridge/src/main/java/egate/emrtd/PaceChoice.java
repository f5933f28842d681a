package egate.emrtd;

import egate.emrtd.lds.SecurityInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way of doing PACE that the chip offers and this side knows.
 *
 * @param ambiguous whether the chip has to be told which domain parameters are meant
 */
record PaceChoice(PaceProtocol protocol, StandardParameters parameters, boolean ambiguous) {
  private static final int VERSION = 2;

  /** The weaker of both parts first of all, then a proof of the chip's key, then speed. */
  private static final Comparator<PaceChoice> STRONGEST_FIRST =
      Comparator.comparingInt(PaceChoice::strengthBits)
          .reversed()
          .thenComparing(choice -> choice.protocol.mapping() != PaceMapping.CHIP_AUTHENTICATION)
          .thenComparing(choice -> !choice.protocol.ecdh())
          .thenComparingInt(choice -> choice.parameters.strengthBits())
          .thenComparing(choice -> choice.protocol.algorithm());

  /** What can be tried, the strongest first. */
  static List<PaceChoice> of(List<SecurityInfo.Pace> offered) {
    boolean ambiguous = offered.stream().map(SecurityInfo.Pace::parameterId).distinct().count() > 1;
    return offered.stream()
        .flatMap(info -> of(info, ambiguous).stream())
        .sorted(STRONGEST_FIRST)
        .toList();
  }

  /** After each choice that need not name its parameters itself with them: some chips insist. */
  static List<PaceChoice> spelledOut(List<PaceChoice> choices) {
    return choices.stream()
        .flatMap(
            choice ->
                choice.ambiguous
                    ? Stream.of(choice)
                    : Stream.of(choice, new PaceChoice(choice.protocol, choice.parameters, true)))
        .toList();
  }

  private static Optional<PaceChoice> of(SecurityInfo.Pace info, boolean ambiguous) {
    return info.parameterId()
        .flatMap(StandardParameters::of)
        .filter(parameters -> info.version() == VERSION && fit(info.protocol(), parameters))
        .map(parameters -> new PaceChoice(info.protocol(), parameters, ambiguous));
  }

  private static boolean fit(PaceProtocol protocol, StandardParameters parameters) {
    return protocol.ecdh() == parameters.isCurve()
        && (protocol.mapping() != PaceMapping.INTEGRATED || parameters.allowsIntegratedMapping());
  }

  private int strengthBits() {
    return Math.min(protocol.algorithm().strengthBits(), parameters.strengthBits());
  }
}
