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
  private final List<AccessPassword> passwords;
  private final RandomGenerator random;

  /** The one that was tried last. */
  private AccessPassword password;

  private AccessProtocol protocol = AccessProtocol.NONE;
  private Optional<PaceTranscript> pace = Optional.empty();

  /**
   * @param passwords at least one, in the order in which they are tried
   */
  ChipAccess(List<AccessPassword> passwords, RandomGenerator random) {
    this.passwords = List.copyOf(passwords);
    this.password = passwords.getFirst();
    this.random = random;
  }

  /** With which protocol the chip was opened last. */
  AccessProtocol protocol() {
    return protocol;
  }

  Optional<PaceTranscript> pace() {
    return pace;
  }

  /** ID_IC of terminal authentication. */
  byte[] chipIdentifier() {
    return protocol == AccessProtocol.PACE
        ? pace.orElseThrow().chipIdentifier()
        : password.documentNumber();
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
    ChipAccessDeniedException denial =
        new ChipAccessDeniedException("no PACE that the chip offers could be had");
    for (AccessPassword next : passwords) {
      password = next;
      try {
        if (isOpened(link, PaceChoice.of(offered))) {
          return;
        }
      } catch (ChipAccessDeniedException e) {
        denial = e; // a CAN that was read wrong: the MRZ is left
      }
    }
    throw denial;
  }

  private boolean isOpened(ChipLink link, List<PaceChoice> choices)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    for (PaceChoice choice : PaceChoice.spelledOut(choices)) {
      Pace attempt = new Pace(choice, random);
      if (attempt.select(link, password)) {
        Pace.Established established = attempt.authenticate(link, password);
        link.begin(established.session());
        pace = Optional.of(established.transcript());
        protocol = AccessProtocol.PACE;
        return true;
      }
    }
    return false;
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
    password =
        passwords.stream()
            .filter(AccessPassword::opensWithBac)
            .findFirst()
            .orElseThrow(() -> new ChipAccessDeniedException("a CAN opens only chips with PACE"));
    try (TripleDesCipher accessKeys = password.basicAccessKeys()) {
      link.begin(new Bac(accessKeys, random).authenticate(link));
      protocol = AccessProtocol.BAC;
    }
  }

  @Override
  public void close() {
    passwords.forEach(AccessPassword::close);
  }

  @Override
  public String toString() {
    return "ChipAccess";
  }
}
