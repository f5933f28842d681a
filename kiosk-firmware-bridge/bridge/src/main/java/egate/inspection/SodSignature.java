package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.lds.SignedAttributes;
import egate.emrtd.lds.SignedObject;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The check of the SOD's signature (Doc 9303-11 section 5.1, RFC 5652 section 5.6).
 *
 * @param check its result
 * @param signer the document signer's certificate under which the signature holds, or null
 */
record SodSignature(CheckResult check, @Nullable EmrtdCertificate signer) {

  /** Verifies EF.SOD, or EF.CardSecurity, which is signed in the same way. */
  static SodSignature verify(SignedObject sod) {
    if (!sod.hasProperContentType()) {
      return new SodSignature(Verdicts.failed(Check.SOD_SIGNATURE, Reason.LDS_MALFORMED), null);
    }
    if (sod.certificates().isEmpty()) {
      return undetermined(Reason.SIGNER_MISSING);
    }
    try {
      return attributesFitContent(sod) ? verifyUnderItsSigner(sod) : wrong();
    } catch (UnsupportedAlgorithmException e) {
      return undetermined(Reason.ALGORITHM_NOT_SUPPORTED);
    }
  }

  private static SodSignature wrong() {
    return new SodSignature(Verdicts.failed(Check.SOD_SIGNATURE, Reason.SOD_SIGNATURE_WRONG), null);
  }

  private static SodSignature undetermined(Reason reason) {
    return new SodSignature(Verdicts.undetermined(Check.SOD_SIGNATURE, reason), null);
  }

  /**
   * Signed attributes stand for the content only by the content type and the digest in them.
   * Without attributes the signature covers the content itself; nobody can pass attributes off as
   * content, because one is a SET and the other a SEQUENCE.
   */
  private static boolean attributesFitContent(SignedObject sod)
      throws UnsupportedAlgorithmException {
    if (sod.signedAttributes().isEmpty()) {
      return true;
    }
    SignedAttributes attributes = sod.signedAttributes().get();
    byte[] digest = DigestAlgorithm.of(sod.digestAlgorithm().getAlgorithm()).hash(sod.content());
    return attributes.contentType().equals(sod.contentType())
        && MessageDigest.isEqual(digest, attributes.messageDigest());
  }

  private static SodSignature verifyUnderItsSigner(SignedObject sod)
      throws UnsupportedAlgorithmException {
    SignatureScheme scheme = SignatureScheme.of(sod.signatureAlgorithm(), sod.digestAlgorithm());
    byte[] covered = sod.signedAttributes().map(SignedAttributes::encoded).orElseGet(sod::content);
    for (EmrtdCertificate signer : sod.certificates()) {
      if (SignatureVerifier.holds(scheme, signer.publicKey(), covered, sod.signature())) {
        return new SodSignature(Verdicts.passed(Check.SOD_SIGNATURE), signer);
      }
    }
    return wrong();
  }
}
