package egate.emrtd;

import java.util.List;

/**
 * The way from a CVCA's key to a terminal's: links to later CVCAs, the document verifier, the
 * inspection system.
 *
 * @param certificates in this order, each certified by the one before, 2 or more
 * @param expired whether the verifier's or the inspection system's has run out, so that a chip that
 *     knows the date refuses it
 */
public record CertificatePath(List<CvCertificate> certificates, boolean expired) {

  public CertificatePath {
    certificates = List.copyOf(certificates);
    if (certificates.size() < 2) {
      throw new IllegalArgumentException("no path has " + certificates.size() + " certificates");
    }
  }

  /** The inspection system's own. */
  public CvCertificate terminal() {
    return certificates.getLast();
  }
}
