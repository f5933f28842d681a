package egate.simulator.document;

import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.PaceMapping;
import egate.emrtd.PaceProtocol;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.StandardParameters;
import java.util.List;
import java.util.Optional;

/**
 * Which protocols a chip is personalised with.
 *
 * @param pace what EF.CardAccess offers; with nothing the chip knows BAC only
 * @param chipAuthentication in version 1, with a key of its own
 * @param activeAuthentication how it signs
 * @param terminalTrust whom it shows DG3 to; to everybody who opened it, where nothing is said
 */
public record ChipProtocols(
    List<PaceOffer> pace,
    Optional<ChipAuthenticationOffer> chipAuthentication,
    Optional<ActiveAuthenticationScheme> activeAuthentication,
    Optional<TerminalTrust> terminalTrust) {

  /** Chip authentication in one group. */
  public record ChipAuthenticationOffer(
      ChipAuthenticationProtocol protocol, StandardParameters parameters) {}

  private static final PaceOffer PACE =
      new PaceOffer(
          new PaceProtocol(PaceMapping.GENERIC, true, SessionAlgorithm.AES_128),
          StandardParameters.P_256);

  private static final ChipAuthenticationOffer CHIP_AUTHENTICATION =
      new ChipAuthenticationOffer(
          new ChipAuthenticationProtocol(true, SessionAlgorithm.AES_128), StandardParameters.P_256);

  public ChipProtocols {
    pace = List.copyOf(pace);
  }

  /** What passports of these years have: PACE and chip authentication, on P-256 with AES. */
  public static ChipProtocols standard() {
    return new ChipProtocols(
        List.of(PACE), Optional.of(CHIP_AUTHENTICATION), Optional.empty(), Optional.empty());
  }

  /** What the first ones had: BAC and nothing that tells a copy. */
  public static ChipProtocols bacOnly() {
    return new ChipProtocols(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ChipProtocols withPace(PaceOffer... offers) {
    return new ChipProtocols(
        List.of(offers), chipAuthentication, activeAuthentication, terminalTrust);
  }

  public ChipProtocols withChipAuthentication(
      ChipAuthenticationProtocol protocol, StandardParameters parameters) {
    return new ChipProtocols(
        pace,
        Optional.of(new ChipAuthenticationOffer(protocol, parameters)),
        activeAuthentication,
        terminalTrust);
  }

  public ChipProtocols withActiveAuthentication(ActiveAuthenticationScheme scheme) {
    return new ChipProtocols(pace, chipAuthentication, Optional.of(scheme), terminalTrust);
  }

  /** DG3 only after terminal authentication. */
  public ChipProtocols withTerminalAuthentication(TerminalTrust trust) {
    return new ChipProtocols(pace, chipAuthentication, activeAuthentication, Optional.of(trust));
  }
}
