package egate.simulator.document;

import egate.emrtd.DhParameters;
import egate.emrtd.DomainParameters;
import egate.emrtd.EcParameters;
import egate.emrtd.EphemeralKey;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A chip's public keys as DG14 and DG15 hold them: curves spelled out, as Doc 9303-11 demands. */
final class PublicKeys {
  private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
  private static final int PRIME_CERTAINTY = 40;

  private PublicKeys() {}

  static AsymmetricCipherKeyPair generate(ActiveAuthenticationScheme scheme, SeededRandom random) {
    if (scheme.isRsa()) {
      RSAKeyPairGenerator rsa = new RSAKeyPairGenerator();
      rsa.init(new RSAKeyGenerationParameters(EXPONENT, random, scheme.rsaBits(), PRIME_CERTAINTY));
      return rsa.generateKeyPair();
    }
    ECKeyPairGenerator ec = new ECKeyPairGenerator();
    EcParameters group = (EcParameters) scheme.curve().parameters();
    ec.init(new ECKeyGenerationParameters(group.curve(), random));
    return ec.generateKeyPair();
  }

  static byte[] encode(AsymmetricKeyParameter key) {
    try {
      return key instanceof ECPublicKeyParameters ec
          ? explicit(ec.getParameters(), ec.getQ().getEncoded(false))
          : SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("public key cannot be encoded", e);
    }
  }

  static byte[] encode(DomainParameters group, EphemeralKey key) {
    try {
      return switch (group) {
        case EcParameters ec -> explicit(ec.curve(), key.publicKey());
        case DhParameters dh -> number(dh.group(), new BigInteger(1, key.publicKey()));
      };
    } catch (IOException e) {
      throw new IllegalStateException("public key cannot be encoded", e);
    }
  }

  private static byte[] explicit(ECDomainParameters curve, byte[] point) throws IOException {
    X9ECPoint generator = new X9ECPoint(curve.getG(), false);
    X9ECParameters parameters =
        new X9ECParameters(curve.getCurve(), generator, curve.getN(), curve.getH());
    AlgorithmIdentifier algorithm = algorithm(X9ObjectIdentifiers.id_ecPublicKey, parameters);
    return new SubjectPublicKeyInfo(algorithm, point).getEncoded();
  }

  private static byte[] number(DHParameters group, BigInteger y) throws IOException {
    DHParameter parameters = new DHParameter(group.getP(), group.getG(), 0);
    AlgorithmIdentifier algorithm = algorithm(PKCSObjectIdentifiers.dhKeyAgreement, parameters);
    return new SubjectPublicKeyInfo(algorithm, new ASN1Integer(y)).getEncoded();
  }

  private static AlgorithmIdentifier algorithm(ASN1ObjectIdentifier oid, ASN1Encodable parameters) {
    return new AlgorithmIdentifier(oid, parameters);
  }
}
