package egate.simulator;

import egate.emrtd.CvCertificate;
import egate.emrtd.InspectionSystem;
import egate.simulator.document.TerminalPki;
import egate.terminal.ControlCentre;
import egate.terminal.TerminalCapability;
import egate.terminal.TerminalKey;
import egate.terminal.TerminalKeyAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The secrets of one simulated gate, made for it alone. */
final class Credentials {
  private Credentials() {}

  /** Writes database.key and the device's key pair into a folder that it makes. */
  static void provision(Path folder) throws IOException {
    Files.createDirectories(folder);
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    writeSecret(folder.resolve("database.key"), HexFormat.of().formatHex(bytes));
    KeyPair device = pair();
    writeSecret(folder.resolve("device.key"), pem("PRIVATE KEY", device.getPrivate().getEncoded()));
    Files.writeString(
        folder.resolve("device.pub"), pem("PUBLIC KEY", device.getPublic().getEncoded()));
  }

  /** The gate's CV certificates, its key for chips, and the password of that. */
  static void provisionTerminal(Path gate, TerminalPki pki) throws IOException {
    Path certificates = Files.createDirectories(gate.resolve("terminal/certificates"));
    for (CvCertificate certificate : pki.certificates()) {
      Files.write(
          certificates.resolve(certificate.holderReference() + ".cvcert"), certificate.encoded());
    }
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    String password = HexFormat.of().formatHex(bytes);
    writeSecret(gate.resolve("credentials/terminal.secret"), password);
    Path key = gate.resolve("terminal/gate.p12");
    writeSecret(key, "");
    Files.write(key, pki.gate().pair().pkcs12(password.toCharArray()));
  }

  /** The same key, as a control centre would have it. */
  static TerminalKey terminalKey(Path gate) {
    InspectionSystem system =
        TerminalCapability.load(
                gate.resolve("terminal/certificates"),
                new TerminalKeyAddress.Pkcs12(gate.resolve("terminal/gate.p12")),
                Optional.of(gate.resolve("credentials/terminal.secret")),
                ControlCentre.NONE)
            .forDocument(LocalDate.EPOCH, soFar -> false);
    return system::sign;
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static String pem(String label, byte[] encoded) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
  }

  private static void writeSecret(Path file, String content) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, content);
  }
}
