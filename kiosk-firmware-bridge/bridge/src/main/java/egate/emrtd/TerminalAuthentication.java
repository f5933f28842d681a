package egate.emrtd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Terminal authentication, version 1 (BSI TR-03110-1 section 3.5, commands of TR-03110-3 appendix
 * B): the terminal shows the chip certificates that end with its own, and signs its challenge.
 */
final class TerminalAuthentication {
  private static final int SELECT = 0xA4;
  private static final int BY_IDENTIFIER = 0x02;
  private static final int NO_RESPONSE = 0x0C;
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int SET_VERIFICATION = 0x81;
  private static final int SIGNATURE_TEMPLATE = 0xB6;
  private static final int AUTHENTICATION_TEMPLATE = 0xA4;
  private static final int KEY_REFERENCE = 0x83;
  private static final int PERFORM_SECURITY_OPERATION = 0x2A;
  private static final int VERIFY_CERTIFICATE = 0xBE;
  private static final int GET_CHALLENGE = 0x84;
  private static final int EXTERNAL_AUTHENTICATE = 0x82;
  private static final int CHALLENGE_BYTES = 8;

  private final InspectionSystem inspectionSystem;
  private final ChipLink link;

  /**
   * @param link in a session that chip authentication began
   */
  TerminalAuthentication(InspectionSystem inspectionSystem, ChipLink link) {
    this.inspectionSystem = inspectionSystem;
    this.link = link;
  }

  /**
   * Authenticates once.
   *
   * @param efCvca file identifier of EF.CVCA
   * @param chipIdentifier ID_IC: after PACE the chip's compressed ephemeral key, after BAC the
   *     document number with its check digit
   * @param terminalKey the compressed ephemeral key of chip authentication
   */
  TerminalAuthenticationOutcome authenticate(int efCvca, byte[] chipIdentifier, byte[] terminalKey)
      throws IOException, ChipProtocolException {
    try {
      return shown(efCvca, chipIdentifier, terminalKey);
    } catch (KeyUnavailableException e) {
      return TerminalAuthenticationOutcome.KEY_UNAVAILABLE;
    }
  }

  private TerminalAuthenticationOutcome shown(int efCvca, byte[] chipIdentifier, byte[] terminalKey)
      throws IOException, ChipProtocolException, KeyUnavailableException {
    Optional<CertificatePath> path = path(authorities(efCvca));
    if (path.isEmpty()) {
      return TerminalAuthenticationOutcome.NO_CERTIFICATE;
    }
    if (path.get().expired()) {
      return TerminalAuthenticationOutcome.EXPIRED;
    }
    for (CvCertificate certificate : path.get().certificates()) {
      if (!verified(certificate)) {
        return TerminalAuthenticationOutcome.REFUSED;
      }
    }
    return answered(path.get().terminal(), chipIdentifier, terminalKey);
  }

  /** From the newest key that the chip knows; an expired path only where there is no other. */
  private Optional<CertificatePath> path(EfCvca known) throws KeyUnavailableException {
    Optional<CertificatePath> expired = Optional.empty();
    for (String reference : known.references()) {
      Optional<CertificatePath> path = inspectionSystem.pathFrom(reference);
      if (path.isPresent() && !path.get().expired()) {
        return path;
      }
      expired = expired.or(() -> path);
    }
    return expired;
  }

  /** By its short identifier, and by its long one where the chip does not like that. */
  private EfCvca authorities(int fileId) throws IOException, ChipProtocolException {
    byte[] file = link.exchange(ReadBinary.byShortId(fileId & 0x1F, EfCvca.BYTES)).data();
    if (file.length == 0) {
      byte[] id = {(byte) (fileId >> 8), (byte) fileId};
      link.exchange(new CommandApdu(0, SELECT, BY_IDENTIFIER, NO_RESPONSE, id, CommandApdu.NO_LE));
      file = link.exchange(ReadBinary.command(0, EfCvca.BYTES)).data();
    }
    try {
      return EfCvca.parse(file);
    } catch (MalformedDataException e) {
      throw new ChipProtocolException("EF.CVCA: " + e.getMessage());
    }
  }

  private boolean verified(CvCertificate certificate) throws IOException, ChipProtocolException {
    return isGood(manage(SIGNATURE_TEMPLATE, certificate.authorityReference()))
        && link.exchangeLong(
                    new CommandApdu(
                        0,
                        PERFORM_SECURITY_OPERATION,
                        0,
                        VERIFY_CERTIFICATE,
                        certificate.content(),
                        CommandApdu.NO_LE))
                .status()
            == StatusWord.OK;
  }

  private TerminalAuthenticationOutcome answered(
      CvCertificate own, byte[] chipIdentifier, byte[] terminalKey)
      throws IOException, ChipProtocolException, KeyUnavailableException {
    if (!isGood(manage(AUTHENTICATION_TEMPLATE, own.holderReference()))) {
      return TerminalAuthenticationOutcome.REFUSED;
    }
    byte[] told = Bytes.concat(chipIdentifier, challenge(), terminalKey);
    byte[] signature = inspectionSystem.sign(own.publicKey().signature().hash(told));
    ResponseApdu answer =
        link.exchangeLong(
            new CommandApdu(0, EXTERNAL_AUTHENTICATE, 0, 0, signature, CommandApdu.NO_LE));
    return answer.status() == StatusWord.OK
        ? TerminalAuthenticationOutcome.ACCEPTED
        : TerminalAuthenticationOutcome.REFUSED;
  }

  private byte[] challenge() throws IOException, ChipProtocolException {
    CommandApdu command = new CommandApdu(0, GET_CHALLENGE, 0, 0, new byte[0], CHALLENGE_BYTES);
    byte[] challenge = link.exchange(command).data();
    if (challenge.length != CHALLENGE_BYTES) {
      throw new ChipProtocolException("challenge of " + challenge.length + " bytes");
    }
    return challenge;
  }

  private static CommandApdu manage(int template, String reference) {
    byte[] name = Tlv.encode(KEY_REFERENCE, reference.getBytes(StandardCharsets.ISO_8859_1));
    return new CommandApdu(
        0, MANAGE_SECURITY_ENVIRONMENT, SET_VERIFICATION, template, name, CommandApdu.NO_LE);
  }

  private boolean isGood(CommandApdu command) throws IOException, ChipProtocolException {
    return link.exchange(command).status() == StatusWord.OK;
  }
}
