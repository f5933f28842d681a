package egate.simulator.document;

import egate.emrtd.StandardParameters;

/** How a chip signs in active authentication (Doc 9303-11 section 6.1). */
public enum ActiveAuthenticationScheme {
  /** ISO/IEC 9796-2 scheme 1 with 1,024 bits and SHA-1, trailer BC: the first passports. */
  RSA_1024_SHA1(1_024, "SHA-1"),
  /** ISO/IEC 9796-2 scheme 1 with 2,048 bits and SHA-256, trailer 34CC. */
  RSA_2048_SHA256(2_048, "SHA-256"),
  /** ECDSA on P-256 with SHA-256, both numbers side by side. */
  ECDSA_P256(0, "SHA-256");

  private final int rsaBits;
  private final String digest;

  ActiveAuthenticationScheme(int rsaBits, String digest) {
    this.rsaBits = rsaBits;
    this.digest = digest;
  }

  boolean isRsa() {
    return rsaBits > 0;
  }

  int rsaBits() {
    return rsaBits;
  }

  /** As {@code java.security} names it. */
  public String digest() {
    return digest;
  }

  StandardParameters curve() {
    return StandardParameters.P_256;
  }
}
