package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.emrtd.CvCertificate;
import egate.emrtd.InspectionSystem;
import egate.emrtd.KeyUnavailableException;
import egate.emrtd.TerminalSignature;
import egate.report.Check;
import egate.simulator.document.CvKeyPair;
import egate.simulator.document.TestPki;
import egate.terminal.ControlCentre;
import egate.terminal.CvVerifier;
import egate.terminal.TerminalCapability;
import egate.terminal.TerminalKeyAddress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gate's key on a PKCS#11 token: Debian's SoftHSM. The library reads the place of its tokens
 * once a process and from the environment alone, so that each case runs in a process of its own.
 */
class SoftTokenTest {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String TOKEN = "egate";
  private static final String KEY = "gate-42";
  private static final String PIN = "123456";

  @TempDir Path folder;

  private void requireSoftHsm() {
    boolean there = Files.exists(LIBRARY) && Files.exists(Path.of("/usr/bin/softhsm2-util"));
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI lacks softhsm2; .ci/run installs it");
    }
    assumeTrue(there, "SKIPPED: no SoftHSM; apt-get install softhsm2");
  }

  @ParameterizedTest
  @EnumSource(
      value = TerminalSignature.class,
      names = {"RSA_V1_5_SHA_256", "RSA_PSS_SHA_512", "ECDSA_SHA_256", "ECDSA_SHA_512"})
  void theTokenSignsAsTheCertificatesSay(TerminalSignature signature) throws Exception {
    requireSoftHsm();
    CvKeyPair pair =
        signature.kind().isRsa()
            ? CvKeyPair.rsa(signature, 1_280, 1)
            : CvKeyPair.onCurve(signature, "brainpoolP256r1", 1);
    tokenWith(pair);
    write(TestPki.of(pair, pair, pair).certificates());
    assertEquals("ready", other(PIN, TOKEN, KEY));
  }

  @Test
  void whatIsWrongIsSaidInOneLine() throws Exception {
    requireSoftHsm();
    CvKeyPair pair = CvKeyPair.onCurve(TerminalSignature.ECDSA_SHA_256, "P-256", 1);
    CvKeyPair another = CvKeyPair.onCurve(TerminalSignature.ECDSA_SHA_256, "P-256", 2);
    tokenWith(pair);
    write(TestPki.of(pair, pair, pair).certificates());
    assertEquals("the token answers C_Login with A0", other("654321", TOKEN, KEY));
    assertEquals("no token is labelled elsewhere", other(PIN, "elsewhere", KEY));
    assertEquals("no private key is labelled other", other(PIN, TOKEN, "other"));
    write(TestPki.of(another, another, another).certificates());
    assertEquals("the key is not the one that the certificates are for", other(PIN, TOKEN, KEY));
  }

  @Test
  void aLibraryThatIsNoneIsSaidInOneLine() throws Exception {
    CvKeyPair pair = CvKeyPair.onCurve(TerminalSignature.ECDSA_SHA_256, "P-256", 1);
    write(TestPki.of(pair, pair, pair).certificates());
    Path none = folder.resolve("none.so");
    Path pin = Files.writeString(folder.resolve("pin"), PIN);
    TerminalCapability gate = load(folder, none, TOKEN, KEY, pin);
    assertFalse(gate.isReady());
    assertEquals(none + " is no PKCS#11 library that can be loaded", gate.trouble());
  }

  private void write(List<CvCertificate> certificates) throws IOException {
    Path files = Files.createDirectories(folder.resolve("certificates"));
    for (CvCertificate certificate : certificates) {
      Files.write(files.resolve(certificate.holderReference()), certificate.encoded());
    }
  }

  private void tokenWith(CvKeyPair pair) throws Exception {
    Files.createDirectories(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
    String encoded =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.privateKey().getEncoded());
    Path pem =
        Files.writeString(
            folder.resolve("key.pem"),
            "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    run("softhsm2-util", "--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", PIN);
    run(
        "softhsm2-util",
        "--import",
        pem.toString(),
        "--token",
        TOKEN,
        "--label",
        KEY,
        "--id",
        "42",
        "--pin",
        PIN);
  }

  private String other(String pin, String token, String key) throws Exception {
    Path secret = Files.writeString(folder.resolve("pin"), pin);
    return run(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            Other.class.getName(),
            folder.toString(),
            token,
            key,
            secret.toString())
        .strip();
  }

  /** Where the classes that the other process needs came from, on whichever path they are here. */
  private static String classPath() {
    return Stream.of(
            SoftTokenTest.class,
            CvKeyPair.class,
            TerminalCapability.class,
            Check.class,
            BouncyCastleProvider.class,
            X509CertificateHolder.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static TerminalCapability load(
      Path folder, Path library, String token, String key, Path secret) {
    return TerminalCapability.load(
        folder.resolve("certificates"),
        new TerminalKeyAddress.Pkcs11(library, token, key),
        Optional.of(secret),
        ControlCentre.NONE);
  }

  /** Opens the key in a process whose environment names the tokens, and signs twice. */
  static final class Other {
    private Other() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      TerminalCapability gate = load(folder, LIBRARY, args[1], args[2], Path.of(args[3]));
      if (!gate.isReady()) {
        System.out.println(gate.trouble());
        return;
      }
      requireSigns(folder, gate);
      System.out.println("ready");
    }

    private static void requireSigns(Path folder, TerminalCapability gate) throws Exception {
      CvCertificate root =
          CvCertificate.parse(Files.readAllBytes(folder.resolve("certificates/UTCVCA00001")));
      InspectionSystem system = gate.forDocument(LocalDate.EPOCH, soFar -> true);
      byte[] message = {4, 2};
      byte[] signature = sign(system, root.publicKey().signature().hash(message));
      if (!CvVerifier.holds(root.publicKey(), message, signature)) {
        System.out.println("a signature that does not hold");
      }
    }

    private static byte[] sign(InspectionSystem system, byte[] hash)
        throws KeyUnavailableException {
      return system.sign(hash);
    }
  }
}
