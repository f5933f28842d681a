package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartCardServiceTest {
  @TempDir Path processes;

  @ParameterizedTest
  @CsvSource({
    "/usr/sbin/pcscd --foreground --auto-exit, false",
    "/usr/sbin/pcscd -f -x, false",
    "/usr/sbin/pcscd --foreground --apdu, true",
    "pcscd -fad, true",
    "pcscd --debug, true",
    "vi --apdu, false"
  })
  void aTalkativePcscdIsFound(String command, boolean logs) throws Exception {
    Path process = Files.createDirectories(processes.resolve("17"));
    Files.writeString(process.resolve("cmdline"), command.replace(' ', '\0') + '\0');
    Files.createDirectories(processes.resolve("self"));
    assertEquals(logs, new SmartCardService(processes).logs());
  }

  @Test
  void nothingIsFoundWhereNothingIsListed() {
    assertFalse(new SmartCardService(processes).logs());
    assertFalse(new SmartCardService(processes.resolve("absent")).logs());
  }
}
