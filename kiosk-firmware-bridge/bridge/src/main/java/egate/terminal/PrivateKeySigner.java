package egate.terminal;

import egate.emrtd.KeyUnavailableException;
import egate.emrtd.TerminalSignature;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/** Signs hashes with a private key that lies in this process's memory. */
final class PrivateKeySigner implements TerminalKey {
  private final TerminalSignature signature;
  private final AsymmetricKeyParameter key;
  private final SecureRandom random;

  /**
   * @throws KeyUnavailableException when the key is not of the scheme's kind
   */
  PrivateKeySigner(TerminalSignature signature, AsymmetricKeyParameter key, SecureRandom random)
      throws KeyUnavailableException {
    boolean fits =
        signature.kind().isRsa()
            ? key instanceof RSAKeyParameters
            : key instanceof ECPrivateKeyParameters;
    if (!fits || !key.isPrivate()) {
      throw new KeyUnavailableException("the key is not of the kind that the certificate names");
    }
    this.signature = signature;
    this.key = key;
    this.random = random;
  }

  @Override
  public byte[] sign(byte[] challenge) throws KeyUnavailableException {
    try {
      return switch (signature.kind()) {
        case RSA_V1_5 -> rsa(DigestInfos.of(signature.digest(), challenge));
        case RSA_PSS -> pss(challenge);
        case ECDSA -> ecdsa(challenge);
      };
    } catch (CryptoException e) {
      throw new KeyUnavailableException("the key cannot sign: " + e.getClass().getSimpleName());
    }
  }

  private byte[] rsa(byte[] digestInfo) throws InvalidCipherTextException {
    AsymmetricBlockCipher cipher = new PKCS1Encoding(new RSABlindedEngine());
    cipher.init(true, new ParametersWithRandom(key, random));
    return cipher.processBlock(digestInfo, 0, digestInfo.length);
  }

  private byte[] pss(byte[] hash) throws CryptoException {
    PSSSigner signer = PSSSigner.createRawSigner(new RSABlindedEngine(), digest());
    signer.init(true, new ParametersWithRandom(key, random));
    signer.update(hash, 0, hash.length);
    return signer.generateSignature();
  }

  private Digest digest() {
    return switch (signature.digest()) {
      case "SHA-1" -> new SHA1Digest();
      case "SHA-256" -> new SHA256Digest();
      default -> new SHA512Digest();
    };
  }

  private byte[] ecdsa(byte[] hash) {
    ECPrivateKeyParameters ec = (ECPrivateKeyParameters) key;
    ECDSASigner signer = new ECDSASigner();
    signer.init(true, new ParametersWithRandom(ec, random));
    BigInteger[] numbers = signer.generateSignature(hash);
    return PlainDSAEncoding.INSTANCE.encode(ec.getParameters().getN(), numbers[0], numbers[1]);
  }

  @Override
  public String toString() {
    return "PrivateKeySigner " + signature;
  }
}
