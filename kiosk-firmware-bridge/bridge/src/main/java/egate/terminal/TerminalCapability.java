package egate.terminal;

import egate.emrtd.CvCertificate;
import egate.emrtd.CvPublicKey;
import egate.emrtd.Evidence;
import egate.emrtd.InspectionSystem;
import egate.emrtd.KeyUnavailableException;
import egate.emrtd.MalformedDataException;
import egate.emrtd.TerminalSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a gate has for chips that want to know who asks, or what is amiss with it. */
public final class TerminalCapability {
  /** Nothing is configured: such chips keep their fingers to themselves. */
  public static final TerminalCapability NONE =
      new TerminalCapability(Optional.empty(), Optional.empty(), "");

  private static final int FILE_BYTES_MAX = 4_096;

  private final Optional<TerminalCertificates> certificates;
  private final Optional<TerminalKey> key;
  private final String trouble;

  private TerminalCapability(
      Optional<TerminalCertificates> certificates, Optional<TerminalKey> key, String trouble) {
    this.certificates = certificates;
    this.key = key;
    this.trouble = trouble;
  }

  /** With certificates and a key that were got elsewhere. */
  public static TerminalCapability of(TerminalCertificates certificates, TerminalKey key) {
    return new TerminalCapability(Optional.of(certificates), Optional.of(key), "");
  }

  /**
   * Reads the certificates and opens the key; whatever is amiss is kept for those who ask, and
   * every chip that wants to know who asks is then left without an answer.
   *
   * @param folder of CV certificates, a file each
   * @param secret file of the password or PIN; none for a control centre
   * @param centre answers for a control centre
   */
  public static TerminalCapability load(
      Path folder, TerminalKeyAddress address, Optional<Path> secret, ControlCentre centre) {
    try {
      TerminalCertificates read = TerminalCertificates.of(readAll(folder));
      return of(read, open(address, secret, read.terminalKey(), centre));
    } catch (CertificatesException | KeyUnavailableException e) {
      return new TerminalCapability(
          Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private static List<CvCertificate> readAll(Path folder) throws CertificatesException {
    List<CvCertificate> certificates = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        certificates.add(read(file));
      }
      return certificates;
    } catch (IOException e) {
      throw new CertificatesException(folder + " is no folder that can be read");
    }
  }

  private static CvCertificate read(Path file) throws IOException, CertificatesException {
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw new CertificatesException(file + " is too large for a CV certificate");
    }
    try {
      return CvCertificate.parse(Files.readAllBytes(file));
    } catch (MalformedDataException e) {
      throw new CertificatesException(file + ": " + e.getMessage());
    }
  }

  private static TerminalKey open(
      TerminalKeyAddress address,
      Optional<Path> secret,
      CvPublicKey certified,
      ControlCentre centre)
      throws KeyUnavailableException {
    TerminalSignature signature = certified.signature();
    return switch (address) {
      case TerminalKeyAddress.ControlCentre(int millis) ->
          challenge -> centre.sign(challenge, millis);
      case TerminalKeyAddress.Pkcs12(Path file) ->
          unlocked(
              secret,
              certified,
              password -> Pkcs12Key.open(file, password, signature, new SecureRandom()));
      case TerminalKeyAddress.Pkcs11 token ->
          unlocked(secret, certified, pin -> Pkcs11Key.open(token, pin, signature));
    };
  }

  private interface Opening {
    TerminalKey with(char[] secret) throws KeyUnavailableException;
  }

  private static TerminalKey unlocked(Optional<Path> file, CvPublicKey certified, Opening opening)
      throws KeyUnavailableException {
    char[] secret = secret(file);
    try {
      return proved(opening.with(secret), certified);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  /** A key that is not the certificates' would be refused by each chip; better it is said now. */
  private static TerminalKey proved(TerminalKey key, CvPublicKey certified)
      throws KeyUnavailableException {
    byte[] message = {1};
    if (!CvVerifier.holds(certified, message, key.sign(certified.signature().hash(message)))) {
      throw new KeyUnavailableException("the key is not the one that the certificates are for");
    }
    return key;
  }

  /** One line. */
  private static char[] secret(Optional<Path> file) throws KeyUnavailableException {
    Path path = file.orElseThrow(() -> new KeyUnavailableException("no secret opens the key"));
    try {
      return Files.readString(path).strip().toCharArray();
    } catch (IOException e) {
      throw new KeyUnavailableException(path + " cannot be read");
    }
  }

  /** Whether there is anything to tell about. */
  public boolean isConfigured() {
    return isReady() || !trouble.isEmpty();
  }

  /** Whether it is configured and good; a control centre may still be away. */
  public boolean isReady() {
    return key.isPresent();
  }

  /** What is amiss, in one line; empty where nothing is. */
  public String trouble() {
    return trouble;
  }

  /** The clock: the last day on which all works; none without certificates. */
  public Optional<LocalDate> limit() {
    return certificates.map(TerminalCertificates::limit);
  }

  /**
   * This gate before one document's chip.
   *
   * @param trusted whether the chip may be told who asks
   */
  public InspectionSystem forDocument(LocalDate today, Predicate<Evidence> trusted) {
    if (!isConfigured()) {
      return InspectionSystem.NONE;
    }
    return new GateInspectionSystem(certificates, key, today, trusted);
  }

  @Override
  public String toString() {
    return "TerminalCapability";
  }
}
