package egate.daemon.journal;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/** The two kinds of device key: whichever the gate's secure element or TPM has. */
enum SignatureKind {
  ED25519("Ed25519"),
  P256("SHA256withECDSA");

  private static final int P256_BITS = 256;

  /** As the Java platform calls the signature. */
  final String algorithm;

  SignatureKind(String algorithm) {
    this.algorithm = algorithm;
  }

  static Optional<SignatureKind> of(Key key) {
    return switch (key) {
      case EdECKey ed when ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName()) ->
          Optional.of(ED25519);
      case ECKey ec when ec.getParams().getOrder().bitLength() == P256_BITS -> Optional.of(P256);
      default -> Optional.empty();
    };
  }
}
