package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.bridge.reader.PcscReader;
import egate.simulator.document.SampleDocuments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Debian's pcscd, started as the gate's drop-in starts it, is silent about what it carries. */
class PcscdDropInTest {
  private static final Path DROP_IN =
      Path.of(System.getProperty("egate.root"), "systemd/pcscd-egate.conf");
  private static final String EXEC_START = "ExecStart=/usr/sbin/pcscd ";

  /** A SELECT by a name that stands in no log by chance. */
  private static final String NAME = "A0 00 00 02 47 10 01";

  @Test
  void theDropInLogsNoCommand() throws Exception {
    assertFalse(logsCommands(arguments()));
  }

  @Test
  void withoutItPcscdCouldBeToldToLogThem() throws Exception {
    assertTrue(logsCommands("--foreground", "--apdu"));
  }

  /** Nor can what another package or an administrator sets elsewhere add to its arguments. */
  @Test
  void theDropInTakesNothingFromTheEnvironment() throws Exception {
    List<String> lines = Files.readAllLines(DROP_IN);
    assertTrue(lines.indexOf("ExecStart=") >= 0);
    assertTrue(lines.indexOf("ExecStart=") < lines.indexOf(EXEC_START + "--foreground"));
    assertTrue(lines.contains("EnvironmentFile="));
    assertFalse(String.join(" ", lines).contains("$"));
  }

  private static String[] arguments() throws Exception {
    return Files.readAllLines(DROP_IN).stream()
        .filter(line -> line.startsWith(EXEC_START))
        .map(line -> line.substring(EXEC_START.length()).split(" "))
        .findFirst()
        .orElseThrow();
  }

  private static boolean logsCommands(String... arguments) throws Exception {
    VirtualPcsc pcsc = VirtualPcsc.start(arguments);
    Files.writeString(pcsc.daemon().log(), "");
    pcsc.field().present(new SimulatedChip(SampleDocuments.passport(3), new SplittableRandom(3)));
    try (PcscReader reader = pcsc.reader(256)) {
      reader
          .poll(Duration.ofSeconds(20))
          .orElseThrow()
          .transmit(HexFormat.of().parseHex("00A4040C07" + NAME.replace(" ", "")));
    } finally {
      pcsc.stop();
    }
    return Files.readString(pcsc.daemon().log()).contains(NAME);
  }
}
