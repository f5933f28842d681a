package egate.inspection;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/** Signs with the JDK's providers, so that BouncyCastle is verified against another maker. */
final class TestSigner implements ContentSigner {
  /** The schemes under test. */
  enum Scheme {
    RSA_SHA1("SHA1withRSA", "1.2.840.113549.1.1.5", "1.3.14.3.2.26"),
    RSA_SHA256("SHA256withRSA", "1.2.840.113549.1.1.11", "2.16.840.1.101.3.4.2.1"),
    RSA_SHA512("SHA512withRSA", "1.2.840.113549.1.1.13", "2.16.840.1.101.3.4.2.3"),
    /** Just the key's kind where the signature's name belongs. */
    RSA_UNNAMED("SHA256withRSA", "1.2.840.113549.1.1.1", "2.16.840.1.101.3.4.2.1"),
    PSS_SHA256("RSASSA-PSS", "1.2.840.113549.1.1.10", "2.16.840.1.101.3.4.2.1"),
    ECDSA_SHA1("SHA1withECDSA", "1.2.840.10045.4.1", "1.3.14.3.2.26"),
    ECDSA_SHA224("SHA224withECDSA", "1.2.840.10045.4.3.1", "2.16.840.1.101.3.4.2.4"),
    ECDSA_SHA256("SHA256withECDSA", "1.2.840.10045.4.3.2", "2.16.840.1.101.3.4.2.1"),
    ECDSA_SHA384("SHA384withECDSA", "1.2.840.10045.4.3.3", "2.16.840.1.101.3.4.2.2"),
    ECDSA_SHA512("SHA512withECDSA", "1.2.840.10045.4.3.4", "2.16.840.1.101.3.4.2.3"),
    ECDSA_PLAIN(
        "SHA256withECDSAinP1363Format", "0.4.0.127.0.7.1.1.4.1.3", "2.16.840.1.101.3.4.2.1");

    private final String name;
    private final String oid;
    private final String digestOid;

    Scheme(String name, String oid, String digestOid) {
      this.name = name;
      this.oid = oid;
      this.digestOid = digestOid;
    }

    AlgorithmIdentifier digest() {
      return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digestOid), DERNull.INSTANCE);
    }

    AlgorithmIdentifier identifier() {
      if (this != PSS_SHA256) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
      }
      return new AlgorithmIdentifier(
          PKCSObjectIdentifiers.id_RSASSA_PSS,
          new RSASSAPSSparams(
              digest(),
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, digest()),
              new ASN1Integer(32),
              new ASN1Integer(1)));
    }

    private boolean isRsa() {
      return oid.startsWith("1.2.840.113549");
    }
  }

  /** Two keys that many documents of a test share: making RSA keys is slow. */
  private static final KeyPair RSA = generate("RSA", null);

  private final Scheme scheme;
  private final KeyPair keys;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private TestSigner(Scheme scheme, KeyPair keys) {
    this.scheme = scheme;
    this.keys = keys;
  }

  /** Elliptic curve keys are new each time; the RSA key is always the same one. */
  static TestSigner of(Scheme scheme) {
    return new TestSigner(
        scheme, scheme.isRsa() ? RSA : generate("EC", new ECGenParameterSpec("secp256r1")));
  }

  private static KeyPair generate(String kind, @Nullable AlgorithmParameterSpec spec) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      if (spec == null) {
        generator.initialize(2_048);
      } else {
        generator.initialize(spec);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  Scheme scheme() {
    return scheme;
  }

  SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  /** The same P-256 key with the whole curve written out in place of its name. */
  SubjectPublicKeyInfo publicKeyWithExplicitParameters() {
    X9ECParameters curve = SECNamedCurves.getByName("secp256r1");
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
        publicKey().getPublicKeyData().getBytes());
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(scheme.name);
      if (scheme == Scheme.PSS_SHA256) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(keys.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return scheme.identifier();
  }

  @Override
  public OutputStream getOutputStream() {
    data.reset();
    return data;
  }

  @Override
  public byte[] getSignature() {
    return sign(data.toByteArray());
  }
}
