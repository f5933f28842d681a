package egate.simulator.document;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** How an issuer signs, its CSCA and its DSCs alike (Doc 9303-12 section 4.4); always SHA-256. */
public enum SignatureScheme {
  /** ECDSA on NIST P-256, the curve given by its name. */
  ECDSA_P256("EC", "SHA256withECDSA"),

  /** ECDSA on brainpoolP256r1, the curve's parameters spelled out, as Doc 9303-12 demands. */
  ECDSA_BRAINPOOL_P256_EXPLICIT("EC", "SHA256withECDSA"),

  /** RSASSA-PSS with 2,048 bits. */
  RSA_PSS("RSA", "SHA256withRSAandMGF1");

  /** Used directly and never registered, so that the simulator changes nothing in its process. */
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private static final int RSA_BITS = 2048;

  private final String keyAlgorithm;
  private final String signatureAlgorithm;

  SignatureScheme(String keyAlgorithm, String signatureAlgorithm) {
    this.keyAlgorithm = keyAlgorithm;
    this.signatureAlgorithm = signatureAlgorithm;
  }

  KeyPair keyPair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(keyAlgorithm, PROVIDER);
      switch (this) {
        case ECDSA_P256 -> generator.initialize(new ECGenParameterSpec("P-256"), random);
        case ECDSA_BRAINPOOL_P256_EXPLICIT -> generator.initialize(brainpool(), random);
        case RSA_PSS -> generator.initialize(RSA_BITS, random);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("BouncyCastle lacks " + this, e);
    }
  }

  ContentSigner signer(PrivateKey key, SecureRandom random) {
    try {
      return new JcaContentSignerBuilder(signatureAlgorithm)
          .setProvider(PROVIDER)
          .setSecureRandom(random)
          .build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("BouncyCastle lacks " + this, e);
    }
  }

  /** Without a name, so that keys carry the parameters. */
  private static ECParameterSpec brainpool() {
    X9ECParameters curve = ECNamedCurveTable.getByName("brainpoolP256r1");
    return new ECParameterSpec(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }
}
