package egate.simulator.document;

import egate.emrtd.TerminalSignature;
import egate.emrtd.TerminalSignature.Kind;
import egate.emrtd.Tlv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.BigIntegers;

/** A key pair of the PKI of terminal authentication, and the way in which it signs. */
public final class CvKeyPair {
  /** Used directly and never registered, so that the simulator changes nothing in its process. */
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private final TerminalSignature signature;
  private final KeyPair pair;

  private CvKeyPair(TerminalSignature signature, KeyPair pair) {
    this.signature = signature;
    this.pair = pair;
  }

  /** On a curve with this name, P-256 or brainpoolP256r1 for example. */
  public static CvKeyPair onCurve(TerminalSignature signature, String curve, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec(curve), random);
      return new CvKeyPair(signature, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no curve " + curve, e);
    }
  }

  /** The same bytes for the same seed; otherwise as the other. */
  public static CvKeyPair onCurve(TerminalSignature signature, String curve, long seed) {
    return onCurve(signature, curve, new SeededRandom("CV key " + signature + curve, seed));
  }

  /** With a modulus of so many bits; the same for the same seed. */
  public static CvKeyPair rsa(TerminalSignature signature, int bits, long seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", PROVIDER);
      generator.initialize(
          new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4),
          new SeededRandom("CV key " + signature, seed));
      return new CvKeyPair(signature, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no RSA of " + bits + " bits", e);
    }
  }

  /** The same keys under another scheme of their kind. */
  public CvKeyPair with(TerminalSignature other) {
    return new CvKeyPair(other, pair);
  }

  /**
   * The data object 7F49.
   *
   * @param inFull with the curve, as CVCAs have it
   */
  byte[] publicKey(boolean inFull) {
    byte[] scheme = Tlv.encode(0x06, signature.oid());
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      return Tlv.encode(
          0x7F49,
          scheme,
          Tlv.encode(0x81, BigIntegers.asUnsignedByteArray(rsa.getModulus())),
          Tlv.encode(0x82, BigIntegers.asUnsignedByteArray(rsa.getPublicExponent())));
    }
    ECPublicKey ec = (ECPublicKey) pair.getPublic();
    byte[] point = Tlv.encode(0x86, ec.getQ().getEncoded(false));
    return inFull
        ? Tlv.encode(0x7F49, scheme, curve(ec.getParameters()), point, cofactor(ec))
        : Tlv.encode(0x7F49, scheme, point);
  }

  private static byte[] curve(ECParameterSpec curve) {
    int bytes = (curve.getCurve().getFieldSize() + 7) / 8;
    BigInteger prime = curve.getCurve().getField().getCharacteristic();
    byte[][] objects = {
      Tlv.encode(0x81, BigIntegers.asUnsignedByteArray(bytes, prime)),
      Tlv.encode(0x82, curve.getCurve().getA().getEncoded()),
      Tlv.encode(0x83, curve.getCurve().getB().getEncoded()),
      Tlv.encode(0x84, curve.getG().getEncoded(false)),
      Tlv.encode(0x85, BigIntegers.asUnsignedByteArray(curve.getN()))
    };
    return org.bouncycastle.util.Arrays.concatenate(objects);
  }

  private static byte[] cofactor(ECPublicKey key) {
    return Tlv.encode(0x87, BigIntegers.asUnsignedByteArray(key.getParameters().getH()));
  }

  byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance(algorithm(), PROVIDER);
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("BouncyCastle lacks " + algorithm(), e);
    }
  }

  private String algorithm() {
    String digest = signature.digest().replace("-", "");
    return signature.kind() == Kind.ECDSA
        ? digest + "withPLAIN-ECDSA"
        : digest + (signature.kind() == Kind.RSA_PSS ? "withRSAandMGF1" : "withRSA");
  }

  public TerminalSignature signature() {
    return signature;
  }

  public PrivateKey privateKey() {
    return pair.getPrivate();
  }

  /**
   * The private key in a PKCS#12 file, with the certificate that such files want beside it. The
   * JDK's, for BouncyCastle's takes a second of each bridge to open: 600,000 iterations.
   */
  public byte[] pkcs12(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("terminal", pair.getPrivate(), password, new Certificate[] {beside()});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("the JDK lacks PKCS#12", e);
    }
  }

  private Certificate beside() throws GeneralSecurityException, OperatorCreationException {
    X500Name name = new X500Name("CN=terminal");
    Date day = Date.from(Instant.EPOCH);
    ContentSigner signer =
        new JcaContentSignerBuilder(signature.kind().isRsa() ? "SHA256withRSA" : "SHA256withECDSA")
            .setProvider(PROVIDER)
            .build(pair.getPrivate());
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(name, BigInteger.ONE, day, day, name, pair.getPublic())
                .build(signer));
  }

  @Override
  public String toString() {
    return "CvKeyPair " + signature;
  }
}
