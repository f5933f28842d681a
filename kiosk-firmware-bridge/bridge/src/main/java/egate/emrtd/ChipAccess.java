package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SecurityInfo;
import egate.emrtd.lds.SecurityInfos;
import egate.report.AccessProtocol;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opens a chip: with PACE, and with BAC only where PACE is not offered (Doc 9303-11 section 4). */
final class ChipAccess implements AutoCloseable {
  private final AccessPassword password;
  private final RandomGenerator random;
  private AccessProtocol protocol = AccessProtocol.NONE;
  private Optional<PaceTranscript> pace = Optional.empty();

  ChipAccess(AccessPassword password, RandomGenerator random) {
    this.password = password;
    this.random = random;
  }

  /** With which protocol the chip was opened last. */
  AccessProtocol protocol() {
    return protocol;
  }

  Optional<PaceTranscript> pace() {
    return pace;
  }

  /** Whether PACE brought data that EF.CardSecurity's key can be verified with. */
  boolean mapsChipAuthentication() {
    return pace.flatMap(PaceTranscript::chipAuthenticationData).isPresent();
  }

  /**
   * PACE, where EF.CardAccess offers it: the strongest that both sides know.
   *
   * @throws ChipAccessDeniedException when it is offered and cannot be had; BAC is then no way out
   */
  void openWithPace(ChipLink link, ChipFileReadings files)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    List<SecurityInfo.Pace> offered = offered(files);
    if (offered.isEmpty()) {
      return;
    }
    for (PaceChoice choice : PaceChoice.of(offered)) {
      Pace attempt = new Pace(choice, random);
      if (attempt.select(link, password)) {
        Pace.Established established = attempt.authenticate(link, password);
        link.begin(established.session());
        pace = Optional.of(established.transcript());
        protocol = AccessProtocol.PACE;
        return;
      }
    }
    throw new ChipAccessDeniedException("no PACE that the chip offers could be had");
  }

  /** A malformed EF.CardAccess offers nothing, which the signed data groups may contradict. */
  private static List<SecurityInfo.Pace> offered(ChipFileReadings files) {
    try {
      Optional<byte[]> file = files.file(LdsFile.EF_CARD_ACCESS);
      return file.isPresent() ? SecurityInfos.parse(file.get()).pace() : List.of();
    } catch (MalformedDataException e) {
      return List.of();
    }
  }

  /** BAC, unless PACE has opened the chip. */
  void openWithBac(ChipLink link)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    if (link.isSecure()) {
      return;
    }
    Optional<TripleDesCipher> keys = password.basicAccessKeys();
    if (keys.isEmpty()) {
      throw new ChipAccessDeniedException("a CAN opens only chips with PACE");
    }
    try (TripleDesCipher accessKeys = keys.get()) {
      link.begin(new Bac(accessKeys, random).authenticate(link));
      protocol = AccessProtocol.BAC;
    }
  }

  @Override
  public void close() {
    password.close();
  }

  @Override
  public String toString() {
    return "ChipAccess";
  }
}
