package egate.simulator.document;

import egate.emrtd.CvCertificate;
import egate.emrtd.HolderAuthorisation.Role;
import egate.terminal.CertificatesException;
import egate.terminal.ControlCentre;
import egate.terminal.TerminalCapability;
import egate.terminal.TerminalCertificates;
import egate.terminal.TerminalKey;
import egate.terminal.TerminalKeyAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A CVCA, a verifier and a gate of one's own choice, and what becomes of them on a disk. */
public final class TestPki {
  public static final LocalDate TODAY = SampleDocuments.TODAY;

  public final CvHolder authority;
  public final CvHolder verifier;
  public final CvHolder gate;

  public TestPki(CvHolder authority, CvHolder verifier, CvHolder gate) {
    this.authority = authority;
    this.verifier = verifier;
    this.gate = gate;
  }

  /** Three keys, everything in order. */
  public static TestPki of(CvKeyPair authority, CvKeyPair verifier, CvKeyPair gate) {
    CvHolder root = CvHolder.authority(root(), authority);
    CvHolder below = root.certify(verifier(), verifier);
    return new TestPki(root, below, below.certify(gate(), gate));
  }

  public static CvHolder.Terms root() {
    return terms("UTCVCA00001", Role.CVCA, 3);
  }

  public static CvHolder.Terms verifier() {
    return terms("UTVERI00001", Role.OFFICIAL_VERIFIER, 3);
  }

  public static CvHolder.Terms gate() {
    return terms("UTGATE00001", Role.TERMINAL, 1);
  }

  public static CvHolder.Terms terms(String reference, Role role, int rights) {
    return new CvHolder.Terms(reference, role, rights, TODAY.minusDays(30), TODAY.plusDays(30));
  }

  public TerminalTrust trust() {
    return new TerminalTrust(authority.certificate(), authority.certificate().effective());
  }

  public List<CvCertificate> certificates() {
    return List.of(authority.certificate(), verifier.certificate(), gate.certificate());
  }

  /** With the gate's key from a PKCS#12 file. */
  public TerminalCapability capability(Path folder) throws IOException {
    return capability(folder, certificates(), gate.pair());
  }

  /** With another key, or other certificates. */
  public static TerminalCapability capability(
      Path folder, List<CvCertificate> certificates, CvKeyPair pair) throws IOException {
    Path files = Files.createDirectories(folder.resolve("certificates"));
    for (CvCertificate certificate : certificates) {
      Files.write(
          files.resolve(certificate.holderReference() + "-" + certificate.authorityReference()),
          certificate.encoded());
    }
    Path key = Files.write(folder.resolve("key.p12"), pair.pkcs12("geheim".toCharArray()));
    Path secret = Files.writeString(folder.resolve("secret"), "geheim\n");
    return TerminalCapability.load(
        files, new TerminalKeyAddress.Pkcs12(key), Optional.of(secret), ControlCentre.NONE);
  }

  /** With a key that is asked for each signature. */
  public TerminalCapability capability(TerminalKey key) throws CertificatesException {
    return TerminalCapability.of(TerminalCertificates.of(certificates()), key);
  }
}
