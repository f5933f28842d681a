package egate.simulator.document;

import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.DomainParameters;
import egate.emrtd.EcParameters;
import egate.emrtd.SessionAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The private keys of the BSI TR-03105-5 reference passport, which lie beside its files: of DG14 an
 * EC key for chip authentication with 3DES, of DG15 an RSA key.
 */
final class ReferenceKeys {
  private ReferenceKeys() {}

  static ChipKeys load(Path folder) throws IOException {
    return new ChipKeys(
        List.of(),
        chipAuthentication(folder),
        Optional.empty(),
        activeAuthentication(folder),
        Optional.empty());
  }

  private static Optional<ChipKeys.ChipAuthenticationKey> chipAuthentication(Path folder)
      throws IOException {
    Path secret = folder.resolve("DG14_sk.pkcs8");
    if (!Files.exists(secret)) {
      return Optional.empty();
    }
    ECPrivateKeyParameters key =
        (ECPrivateKeyParameters) PrivateKeyFactory.createKey(Files.readAllBytes(secret));
    DomainParameters parameters = new EcParameters(key.getParameters());
    return Optional.of(
        new ChipKeys.ChipAuthenticationKey(
            new ChipAuthenticationProtocol(true, SessionAlgorithm.TRIPLE_DES),
            parameters,
            parameters.key(key.getD().toByteArray())));
  }

  private static Optional<ChipKeys.SigningKey> activeAuthentication(Path folder)
      throws IOException {
    Path secret = folder.resolve("DG15_sk.pkcs8");
    if (!Files.exists(secret)) {
      return Optional.empty();
    }
    AsymmetricKeyParameter key = PrivateKeyFactory.createKey(Files.readAllBytes(secret));
    return Optional.of(new ChipKeys.SigningKey(key, "SHA-1"));
  }
}
