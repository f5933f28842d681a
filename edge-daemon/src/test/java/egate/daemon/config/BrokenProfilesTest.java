package egate.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A corpus: one change of the simulated profile a row, and the one line that refuses it. */
class BrokenProfilesTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvFileSource(resources = "broken-profiles.csv", delimiter = '|', quoteCharacter = '`')
  void isRefusedInOneClearLine(String from, String to, String finding, @TempDir Path folder)
      throws IOException {
    Path file = ProfileFile.changed(folder, from, to.replace("~", "\n"));

    String line =
        assertThrows(ProfileException.class, () -> ConfigReader.read(file, List.of())).getMessage();

    assertEquals(expected(file, from, finding), line);
  }

  /** A finding that begins with +N is N lines below the line that was changed. */
  private static String expected(Path file, String from, String finding) throws IOException {
    String before = Files.readString(ProfileFile.simulated());
    long line = before.substring(0, before.indexOf(from)).lines().count();
    boolean midLine = before.indexOf(from) > 0 && before.charAt(before.indexOf(from) - 1) != '\n';
    long below = finding.startsWith("+") ? Long.parseLong(finding.substring(1, 2)) : 0;
    String text = finding.startsWith("+") ? finding.substring(3) : finding;
    return file + ":" + (line + (midLine ? 0 : 1) + below) + ": " + text;
  }
}
