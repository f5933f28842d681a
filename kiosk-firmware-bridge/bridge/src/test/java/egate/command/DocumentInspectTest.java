package egate.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.inspection.SignedSamples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentInspectTest {
  private static final Path BSI =
      Path.of(System.getProperty("egate.root", ".")).resolve("../shared/data/chip/bsi_tr03105_5");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path document = Path.of("");

  @BeforeEach
  void issue() throws Exception {
    document = SignedSamples.write(folder);
  }

  @Test
  void acceptsAGoodDocumentByItsFiles() {
    assertEquals(0, inspect("--trust", folder.resolve("trust.egts").toString()));
    assertTrue(out.toString().contains("verdict: accepted"), out.toString());
  }

  @Test
  void theChainIsUndeterminedWithoutATrustStore() {
    assertEquals(1, inspect("--json"));
    assertCheck("certificate_chain", "undetermined", "\"issuer_unknown\"");
    assertCheck("sod_signature", "passed", "null");
    assertCheck("data_group_hashes", "passed", "null");
    assertCheck("mrz_equals_dg1", "not_supported", "\"not_offered\"");
    assertTrue(out.toString().startsWith("{\"verdict\": \"referred\""), out.toString());
    assertTrue(out.toString().contains("\"name\": \"EF.SOD\", \"commands\": 0, \"bytes\": "));
    assertEquals(1, out.toString().lines().count());
    assertHolds("DG1", "MRZ: TD3");
    assertHolds("DG2", "faces: 2 (jpeg, jpeg_2000)");
  }

  private void assertHolds(String group, String what) {
    String wanted =
        "{\"name\": \"" + group + "\", \"well_formed\": true, \"holds\": \"" + what + "\"}";
    assertTrue(out.toString().contains(wanted), out.toString());
  }

  @Test
  void refusesADataGroupThatWasSwapped() throws Exception {
    byte[] face = Files.readAllBytes(document.resolve("DG2.bin"));
    face[face.length - 1] ^= 1;
    Files.write(document.resolve("DG2.bin"), face);
    assertEquals(1, inspect("--json"));
    assertCheck("data_group_hashes", "failed", "\"data_group_altered\"");
    assertTrue(out.toString().contains("\"contents\": []"), out.toString()); // nothing is parsed
  }

  @Test
  void tellsNothingOfTheHolderUnlessAsked() {
    inspect("--json");
    inspect();
    assertFalse((out.toString() + err).contains("ERIKSSON"));
  }

  @Test
  void isRefusedInOneLineWhereThereIsNothingToJudge() throws Exception {
    assertFault("no folder that can be read", "/nowhere");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertFault("no file of a document", empty.toString());
    assertFault("no trust store there", document.toString(), "--trust", "/nowhere");
    Files.copy(document.resolve("DG2.bin"), document.resolve("Datagroup2.bin"));
    assertFault("DG2 is there under two names", document.toString());
  }

  @Test
  void refusesPersonalDataOnAProductionGateAndBesideADaemon() throws Exception {
    Path profile = folder.resolve("profile.yaml");
    PrintWriter warnings = new PrintWriter(err, true);
    new PersonalData(profile, Stream.of("java Other")).permit(warnings);
    assertTrue(err.toString().contains("personal data"));

    Files.writeString(profile, "profile: x\nproduction: true   # doors are real\n");
    CommandFault gate =
        assertThrows(
            CommandFault.class, () -> new PersonalData(profile, Stream.of()).permit(warnings));
    assertTrue(String.valueOf(gate.getMessage()).contains("production"));

    Files.writeString(profile, "profile: x\nproduction: false\n");
    Stream<String> processes = Stream.of("java -m egate.daemon/egate.daemon.Main run");
    assertThrows(CommandFault.class, () -> new PersonalData(profile, processes).permit(warnings));
  }

  @Test
  void writesEvidenceForItsOwnerAlone() throws Exception {
    Path to = folder.resolve("evidence");
    var evidence = new DocumentFolder(document, new PrintWriter(err)).read();
    PersonalData.write(to, evidence);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(to)));
    Path sod = to.resolve("EF_SOD.bin");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sod)));
    assertArrayEquals(Files.readAllBytes(document.resolve("ef_sod.BIN")), Files.readAllBytes(sod));
    assertThrows(CommandFault.class, () -> PersonalData.write(to, evidence));
  }

  /** A passport that nobody here made. */
  @Test
  void judgesTheReferencePassport() {
    assumeTrue(Files.isDirectory(BSI), "skipped: the BSI reference passport is not at " + BSI);
    document = BSI;
    assertEquals(1, inspect("--json"));
    assertCheck("sod_signature", "passed", "null");
    assertCheck("data_group_hashes", "passed", "null");
    assertCheck("certificate_chain", "undetermined", "\"issuer_unknown\"");
    assertCheck("validity", "failed", "\"document_expired\"");
    assertHolds("DG2", "faces: 1 (jpeg_2000)");
    assertHolds("DG3", "fingers: 2 (wsq)");
    assertHolds("DG4", "irises: 2 (jpeg_2000)");
  }

  private void assertCheck(String name, String verdict, String reason) {
    String wanted =
        "{\"name\": \"%s\", \"verdict\": \"%s\", \"reason\": %s}".formatted(name, verdict, reason);
    assertTrue(out.toString().contains(wanted), out.toString());
  }

  private void assertFault(String what, String... arguments) {
    err.getBuffer().setLength(0);
    String[] line =
        Stream.concat(Stream.of("document", "inspect"), Stream.of(arguments))
            .toArray(String[]::new);
    assertEquals(2, run(line));
    assertTrue(err.toString().contains(what), err.toString());
    assertEquals(1, err.toString().lines().count());
  }

  private int inspect(String... options) {
    String[] line =
        Stream.concat(Stream.of("document", "inspect", document.toString()), Stream.of(options))
            .toArray(String[]::new);
    return run(line);
  }

  private int run(String... line) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), line);
  }
}
