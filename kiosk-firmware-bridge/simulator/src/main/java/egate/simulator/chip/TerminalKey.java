package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.AUTHENTICATION_FAILED;
import static egate.simulator.chip.CommandRefusedException.WRONG_DATA;

import egate.emrtd.CvCertificate;
import egate.emrtd.CvPublicKey;
import egate.emrtd.HolderAuthorisation;
import egate.emrtd.HolderAuthorisation.Role;
import egate.emrtd.MalformedDataException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A key that a chip has verified down to, with the curve and the rights that are left of those
 * above it. It verifies with {@code java.security}, not with the gate's own code.
 */
final class TerminalKey {
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private final CvCertificate certificate;
  private final CvPublicKey key;
  private final HolderAuthorisation rights;

  private TerminalKey(CvCertificate certificate, CvPublicKey key, HolderAuthorisation rights) {
    this.certificate = certificate;
    this.key = key;
    this.rights = rights;
  }

  /** The one that a chip leaves the factory with. */
  static TerminalKey trusted(CvCertificate authority) {
    return new TerminalKey(authority, authority.publicKey(), authority.authorisation());
  }

  /** What PSO:Verify Certificate brought. */
  static CvCertificate certificate(byte[] content) throws CommandRefusedException {
    try {
      return CvCertificate.parseContent(content);
    } catch (MalformedDataException e) {
      throw new CommandRefusedException(WRONG_DATA);
    }
  }

  /** The key that this one certifies, on this day; only a link to a later CVCA may be expired. */
  TerminalKey certify(CvCertificate below, LocalDate today) throws CommandRefusedException {
    HolderAuthorisation left = below.authorisation().under(rights);
    boolean link = left.role() == Role.CVCA;
    if (!isNamed(below.authorityReference())
        || !rights.role().certifies(left.role())
        || !left.inspection()
        || (!link && below.expiration().isBefore(today))
        || !signed(below.body(), below.signature())) {
      throw new CommandRefusedException(AUTHENTICATION_FAILED);
    }
    return new TerminalKey(
        below, below.publicKey().under(key), link ? below.authorisation() : left);
  }

  boolean isNamed(String reference) {
    return certificate.holderReference().equals(reference);
  }

  boolean isAuthority() {
    return rights.role() == Role.CVCA;
  }

  boolean isTerminal() {
    return rights.role() == Role.TERMINAL;
  }

  boolean readsFingers() {
    return rights.readFingers();
  }

  boolean readsIrises() {
    return rights.readIrises();
  }

  CvCertificate certificate() {
    return certificate;
  }

  /**
   * Whether the date of such a certificate can be believed: a foreign verifier's terminals' not.
   */
  boolean tellsTheDate(TerminalKey authority) {
    return !isTerminal() || authority.rights.role() == Role.OFFICIAL_VERIFIER;
  }

  boolean signed(byte[] message, byte[] signature) {
    try {
      byte[] info = key.info().getEncoded();
      PublicKey usable =
          KeyFactory.getInstance(key.signature().kind().isRsa() ? "RSA" : "EC", PROVIDER)
              .generatePublic(new X509EncodedKeySpec(info));
      Signature verifier = Signature.getInstance(algorithm(), PROVIDER);
      verifier.initVerify(usable);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | MalformedDataException | IOException | RuntimeException e) {
      return false; // whatever a hostile terminal can make of a key or a signature
    }
  }

  private String algorithm() {
    String digest = key.signature().digest().replace("-", "");
    return digest
        + switch (key.signature().kind()) {
          case ECDSA -> "withPLAIN-ECDSA";
          case RSA_V1_5 -> "withRSA";
          case RSA_PSS -> "withRSAandMGF1";
        };
  }

  @Override
  public String toString() {
    return "TerminalKey " + certificate.holderReference();
  }
}
