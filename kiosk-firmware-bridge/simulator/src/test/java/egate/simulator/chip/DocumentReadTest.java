package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.command.Main;
import egate.simulator.device.Pace;
import egate.simulator.device.SerialPort;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TerminalPki;
import egate.simulator.document.TestPki;
import egate.simulator.document.TravelDocument;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code egate document read}, on an emulated PN532's serial line and on a PC/SC reader. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DocumentReadTest {
  private static final String CAN = "500540";
  private static final String WRONG_CAN = "500541";

  @TempDir Path folder;

  private final TravelDocument document = SampleDocuments.passport(3).withCan(CAN);
  private final Pn532Device field = new Pn532Device(new SplittableRandom(1), FieldPace.FAST);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private SerialPort port;

  @BeforeEach
  void plugIn() throws Exception {
    port = new SerialPort(folder.resolve("reader"), field, 115_200, Pace.FAST);
    port.plug();
    field.present(new SimulatedChip(document, new Random(2)));
    Files.write(folder.resolve("csca.cer"), SampleDocuments.issuer().cscaCertificate());
    assertEquals(
        0, run("trust", "import", folder.resolve("csca.cer").toString(), "--out", trust()), said());
    out.getBuffer().setLength(0);
  }

  @AfterEach
  void unplug() throws Exception {
    port.close();
  }

  @Test
  void readsWithThePrintedLines() {
    assertEquals(0, read(serial(), "--mrz", line(0), line(1)), said());
    assertTrue(out.toString().startsWith("{\"verdict\": \"accepted\""), said());
    assertCheck("mrz_equals_dg1", "passed");
    assertCheck("chip_authentication", "passed");
    assertNothingPersonal();
  }

  @Test
  void readsWithTheCardAccessNumberAlone() {
    assertEquals(0, read(serial(), "--can", CAN), said());
    assertCheck("chip_access", "passed");
    assertCheck("mrz_equals_dg1", "not_supported");
    assertNothingPersonal();
  }

  @Test
  void aWrongCardAccessNumberLeavesThePrintedLines() {
    assertEquals(0, read(serial(), "--can", WRONG_CAN, "--mrz", line(0), line(1)), said());
    assertCheck("mrz_equals_dg1", "passed");
  }

  @Test
  void aWrongCardAccessNumberAloneOpensNothing() {
    assertEquals(2, read(serial(), "--can", WRONG_CAN));
    assertTrue(err.toString().contains("does not accept this MRZ or CAN"), said());
  }

  @Test
  void readsOverPcsc() throws Exception {
    VirtualPcsc pcsc = VirtualPcsc.start();
    try {
      pcsc.field().present(new SimulatedChip(document, new Random(2)));
      pcsc.reader(256).close();
      assertEquals(0, read("pcsc", "--mrz", line(0), line(1)), said());
      assertEquals(0, read("pcsc:*virtual*", "--can", CAN), said());
    } finally {
      pcsc.stop();
    }
  }

  @Test
  void showsCertificatesToAChipThatWantsToKnowWhoAsks() throws Exception {
    TerminalPki pki = TerminalPki.of("UT", 5, SampleDocuments.TODAY);
    TestPki.capability(folder, pki.certificates(), pki.gate().pair());
    ChipProtocols protocols = ChipProtocols.standard().withTerminalAuthentication(pki.trustOfOld());
    TravelDocument asking =
        SampleDocuments.passport(3, IssueOptions.standard().withProtocols(protocols));
    field.present(new SimulatedChip(asking, new Random(2)));
    assertEquals(0, read(serial(), "--mrz", line(0), line(1)), said());
    assertCheck("terminal_authentication", "not_supported");

    out.getBuffer().setLength(0);
    field.present(new SimulatedChip(asking, new Random(2)));
    assertEquals(0, read(serial(), shown("--mrz", line(0), line(1))), said());
    assertCheck("terminal_authentication", "passed");
    assertNothingPersonal();
  }

  private String[] shown(String... opening) {
    return Stream.concat(
            Stream.of(opening),
            Stream.of(
                "--terminal-certificates",
                folder.resolve("certificates").toString(),
                "--terminal-key",
                "pkcs12:" + folder.resolve("key.p12"),
                "--terminal-secret",
                folder.resolve("secret").toString()))
        .toArray(String[]::new);
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertFault("go together", serial(), "--can", CAN, "--terminal-key", "pkcs12:x");
    assertFault("is no folder", serial(), shown("--can", CAN));
    assertFault("write serial:DEVICE[@BAUD] or pcsc[:NAME]", "usb:1", "--can", CAN);
    assertFault("the baud is no number", "serial:/dev/null@fast", "--can", CAN);
    assertFault("give --mrz LINES or --can DIGITS", serial());
    assertFault("six digits", serial(), "--can", "12345");
    assertFault("a check digit is wrong", serial(), "--mrz", line(0), wrongDigit(line(1)));
    assertFault("give 3 lines of 30", serial(), "--mrz", line(0));
  }

  private static String wrongDigit(String line) {
    return line.substring(0, 43) + (line.endsWith("1") ? "2" : "1");
  }

  private void assertFault(String what, String reader, String... password) {
    err.getBuffer().setLength(0);
    assertEquals(2, read(reader, password), said());
    assertTrue(err.toString().contains(what), said());
    assertEquals(1, err.toString().lines().count(), said());
  }

  private void assertCheck(String name, String verdict) {
    assertTrue(
        out.toString().contains("{\"name\": \"" + name + "\", \"verdict\": \"" + verdict + "\""),
        said());
  }

  private void assertNothingPersonal() {
    assertFalse(said().contains(document.mrz().names().split("<<", 2)[0]));
    assertFalse(said().contains(document.mrz().documentNumber()));
  }

  private int read(String reader, String... password) {
    List<String> arguments = new ArrayList<>(List.of("document", "read", "--json"));
    arguments.addAll(List.of("--date", SampleDocuments.TODAY.toString()));
    arguments.addAll(List.of("--reader", reader, "--trust", trust()));
    arguments.addAll(List.of(password));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String said() {
    return out + "\n" + err;
  }

  private String serial() {
    return "serial:" + folder.resolve("reader");
  }

  private String trust() {
    return folder.resolve("trust.egts").toString();
  }

  private String line(int number) {
    return document.mrz().lines().get(number);
  }
}
