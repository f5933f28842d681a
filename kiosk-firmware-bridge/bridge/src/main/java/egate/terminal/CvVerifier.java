package egate.terminal;

import egate.emrtd.CvCertificate;
import egate.emrtd.CvPublicKey;
import egate.emrtd.MalformedDataException;
import egate.emrtd.TerminalSignature;
import egate.inspection.DigestAlgorithm;
import egate.inspection.SignatureScheme;
import egate.inspection.SignatureVerifier;
import egate.inspection.UnsupportedAlgorithmException;

/** Verifies signatures under the keys of CV certificates. */
public final class CvVerifier {
  private CvVerifier() {}

  /** Whether this key signed the certificate. */
  public static boolean isSignedWith(CvCertificate certificate, CvPublicKey key) {
    return holds(key, certificate.body(), certificate.signature());
  }

  /**
   * Whether a signature over the message holds.
   *
   * @param key with its curve; without one nothing holds
   */
  public static boolean holds(CvPublicKey key, byte[] message, byte[] signature) {
    try {
      return SignatureVerifier.holds(scheme(key.signature()), key.info(), message, signature);
    } catch (MalformedDataException | UnsupportedAlgorithmException e) {
      return false;
    }
  }

  private static SignatureScheme scheme(TerminalSignature signature) {
    DigestAlgorithm digest = DigestAlgorithm.valueOf(signature.digest().replace('-', '_'));
    return switch (signature.kind()) {
      case RSA_V1_5 -> new SignatureScheme.RsaPkcs1(digest);
      case RSA_PSS ->
          new SignatureScheme.RsaPss(digest, digest, signature.hash(new byte[0]).length);
      case ECDSA -> new SignatureScheme.PlainEcdsa(digest);
    };
  }
}
