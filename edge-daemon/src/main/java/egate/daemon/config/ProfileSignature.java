package egate.daemon.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.function.Function;

/** The Ed25519 signature beside a production profile: 64 bytes in {@code FILE.sig}. */
public final class ProfileSignature {
  private static final String ALGORITHM = "Ed25519";

  private ProfileSignature() {}

  /** Writes the signature of a file beside it. */
  public static void sign(Path file, Path key) throws ProfileException {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(pem(key, PKCS8EncodedKeySpec::new)));
      signature.update(Files.readAllBytes(file));
      Files.write(beside(file), signature.sign());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new ProfileException(
          file + ": cannot be signed with " + key + "; give an Ed25519 private key in PEM");
    }
  }

  /**
   * Refuses a file whose signature is missing or not by this key.
   *
   * @param key public key, X.509 in PEM
   */
  public static void verify(Path file, Path key) throws ProfileException {
    byte[] signature = signature(file);
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(pem(key, X509EncodedKeySpec::new)));
      verifier.update(Files.readAllBytes(file));
      if (verifier.verify(signature)) {
        return;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ProfileException(
          "profile key " + key + " is missing or no public key in PEM; install it as README tells");
    } catch (GeneralSecurityException e) {
      // A signature of another form is as wrong as one of another key.
    }
    throw new ProfileException(
        beside(file)
            + ": is not the signature of this profile by "
            + key
            + "; sign it again with 'egate profile sign'");
  }

  private static byte[] signature(Path file) throws ProfileException {
    try {
      return Files.readAllBytes(beside(file));
    } catch (IOException e) {
      throw new ProfileException(
          file
              + ": production is true, but there is no signature "
              + beside(file)
              + "; sign it with 'egate profile sign'");
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".sig");
  }

  private static <K extends EncodedKeySpec> K pem(Path file, Function<byte[], K> spec)
      throws IOException {
    String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    return spec.apply(Base64.getDecoder().decode(base64));
  }
}
