package egate.simulator.document;

import org.bouncycastle.asn1.icao.LDSVersionInfo;

/** Versions of the LDS (Doc 9303-10); they differ in EF.COM and in the security object. */
public enum LdsVersion {
  /** LDS 1.7: the security object's version 0, which does not name the LDS version. */
  V1_7("0107"),
  /** LDS 1.8: the security object's version 1, which repeats both versions under the signature. */
  V1_8("0108");

  static final String UNICODE = "040000";

  private final String number;

  LdsVersion(String number) {
    this.number = number;
  }

  /** Four digits. */
  String number() {
    return number;
  }

  LDSVersionInfo info() {
    return new LDSVersionInfo(number, UNICODE);
  }
}
