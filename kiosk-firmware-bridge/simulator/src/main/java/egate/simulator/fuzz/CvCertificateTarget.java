package egate.simulator.fuzz;

import egate.emrtd.CvCertificate;
import egate.emrtd.HolderAuthorisation.Role;
import egate.emrtd.MalformedDataException;
import egate.emrtd.TerminalSignature;
import egate.simulator.document.CvHolder;
import egate.simulator.document.CvKeyPair;
import egate.terminal.CvVerifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** CV certificates, of any scheme and on any curve, and their signatures under their own keys. */
final class CvCertificateTarget implements FuzzTarget {
  private static final LocalDate TODAY = SampleFiles.TODAY;
  private static final int RSA_BITS = 1_280;

  @Override
  public String name() {
    return "cv-certificate";
  }

  /** Once, for making RSA keys is slow. */
  private static final class Seeds {
    static final List<byte[]> ALL = make();
  }

  @Override
  public List<byte[]> seeds() {
    return Seeds.ALL;
  }

  private static List<byte[]> make() {
    List<byte[]> seeds = new ArrayList<>();
    CvKeyPair rsa = CvKeyPair.rsa(TerminalSignature.RSA_PSS_SHA_256, RSA_BITS, 1);
    for (TerminalSignature signature : TerminalSignature.values()) {
      CvKeyPair pair =
          signature.kind().isRsa()
              ? rsa.with(signature)
              : CvKeyPair.onCurve(signature, "brainpoolP256r1", 1);
      CvHolder authority = CvHolder.authority(terms("UTCVCA00001", Role.CVCA), pair);
      CvHolder verifier = authority.certify(terms("UTVERI00001", Role.OFFICIAL_VERIFIER), pair);
      seeds.add(authority.certificate().encoded());
      seeds.add(verifier.certificate().encoded());
    }
    return seeds;
  }

  private static CvHolder.Terms terms(String reference, Role role) {
    return new CvHolder.Terms(reference, role, 1, TODAY, TODAY.plusYears(1));
  }

  @Override
  public void run(byte[] input) throws MalformedDataException {
    CvCertificate certificate = CvCertificate.parse(input);
    CvVerifier.isSignedWith(certificate, certificate.publicKey());
    certificate.encoded();
  }
}
