package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalShowTest {
  @TempDir Path folder;

  private List<String> show(boolean json) throws JournalException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JournalShow()
        .show(
            folder,
            Optional.of(Keys.master()),
            json,
            new PrintStream(bytes, true, StandardCharsets.US_ASCII));
    return bytes.toString(StandardCharsets.US_ASCII).lines().toList();
  }

  @Test
  void peopleReadALineAnEntryBesideARunningDaemon() throws JournalException {
    try (Journal journal = Entries.open(folder)) {
      Entries.append(journal, 1, 1);
      journal.append(new JournalEntry.Emergency(6_000, true));
      assertEquals(
          List.of(
              "1970-01-01T00:00:01.000Z  1  daemon 0.1.0 started, epoch " + Entries.EPOCH,
              "1970-01-01T00:00:02.001Z  2  passage 1 begins",
              "1970-01-01T00:00:03.001Z  3  passage 1 may open the entry",
              "1970-01-01T00:00:04.001Z  4  passage 1 may open the exit",
              "1970-01-01T00:00:05.001Z  5  passage 1 ends, result 1: " + Entries.result(1).json(),
              "1970-01-01T00:00:06.000Z  6  emergency begins"),
          show(false));
    }
  }

  @Test
  void programsReadAnObjectALine() throws JournalException {
    try (Journal journal = Entries.open(folder)) {
      Entries.append(journal, 1, 1);
    }
    List<String> lines = show(true);
    assertEquals(
        "{\"entry\":3,\"time\":\"1970-01-01T00:00:03.001Z\",\"clock\":\"synchronised\",\"kind\":\"decision\",\"passage\":1,"
            + "\"door\":\"entry\"}",
        lines.get(2));
    assertEquals(
        "{\"entry\":5,\"time\":\"1970-01-01T00:00:05.001Z\",\"clock\":\"synchronised\",\"kind\":\"result\",\"passage\":1,"
            + "\"sequence\":1,\"result\":"
            + Entries.result(1).json()
            + "}",
        lines.get(4));
  }

  @Test
  void anEntryThatIsJustBeingWrittenIsLeftOutAndNotTouched() throws Exception {
    try (Journal journal = Entries.open(folder)) {
      Entries.append(journal, 1, 1);
    }
    Path segment = folder.resolve(JournalReader.segmentName(1));
    Files.write(segment, new byte[] {0, 0, 0, 40, 1, 2}, StandardOpenOption.APPEND);
    long size = Files.size(segment);
    assertEquals(5, show(false).size());
    assertEquals(size, Files.size(segment));
  }

  @Test
  void aMissingFolderIsToldInOneLine() {
    JournalException missing =
        assertThrows(
            JournalException.class,
            () ->
                new JournalShow()
                    .show(folder.resolve("none"), Optional.empty(), false, System.out));
    assertTrue(missing.line().endsWith("does not exist: is --state right?"), missing.line());
  }
}
