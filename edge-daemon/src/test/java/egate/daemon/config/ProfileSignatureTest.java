package egate.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileSignatureTest {
  @TempDir Path folder;
  private Path file = Path.of("");
  private Path key = Path.of("");
  private Path publicKey = Path.of("");

  @BeforeEach
  void signed() throws Exception {
    file = ProfileFile.changed(folder, "gate: SIM-1", "gate: SIM-2");
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    key = pem("profile.key", pair.getPrivate());
    publicKey = pem("profile.pub", pair.getPublic());
    ProfileSignature.sign(file, key);
  }

  @Test
  void aSignedProfileIsAccepted() throws ProfileException {
    ProfileSignature.verify(file, publicKey);
  }

  @Test
  void anAlteredProfileIsRefused() throws Exception {
    Files.writeString(file, Files.readString(file).replace("SIM-2", "SIM-3"));
    assertTrue(refusal().startsWith(file + ".sig: is not the signature of this profile"));
  }

  @Test
  void aCutSignatureIsRefused() throws Exception {
    Files.write(folder.resolve("gate.yaml.sig"), new byte[63]);
    assertTrue(refusal().startsWith(file + ".sig: is not the signature of this profile"));
  }

  @Test
  void aMissingSignatureIsNamed() throws Exception {
    Files.delete(folder.resolve("gate.yaml.sig"));
    assertEquals(
        file
            + ": production is true, but there is no signature "
            + file
            + ".sig; sign it with 'egate profile sign'",
        refusal());
  }

  @Test
  void aKeyThatIsNoneIsNamed() {
    assertThrows(ProfileException.class, () -> ProfileSignature.verify(file, file));
    assertThrows(ProfileException.class, () -> ProfileSignature.sign(file, publicKey));
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(ProfileException.class, () -> ProfileSignature.verify(file, publicKey))
            .getMessage());
  }

  private Path pem(String name, Key encoded) throws Exception {
    String base64 = Base64.getMimeEncoder().encodeToString(encoded.getEncoded());
    return Files.writeString(
        folder.resolve(name), "-----BEGIN KEY-----\n" + base64 + "\n-----END KEY-----\n");
  }
}
