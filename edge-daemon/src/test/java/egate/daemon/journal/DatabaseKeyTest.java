package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseKeyTest {
  private static final String DIGITS = "00ff".repeat(16);

  @TempDir Path folder;

  private DatabaseKey read(String content) throws OutboxException, IOException {
    return DatabaseKey.read(Files.writeString(folder.resolve("database.key"), content));
  }

  @Test
  void sixtyFourDigitsAreAKeyWithOrWithoutANewline() throws Exception {
    assertEquals(DIGITS + " ", new String(read(DIGITS).password()));
    assertEquals(DIGITS + " ", new String(read(DIGITS + "\n").password()));
  }

  @Test
  void everythingElseIsRefusedWithoutQuotingIt() throws Exception {
    for (String content :
        List.of(
            "", DIGITS.substring(1), DIGITS + "0", "g" + DIGITS.substring(1), "0".repeat(999))) {
      OutboxException refused = assertThrows(OutboxException.class, () -> read(content));
      assertTrue(refused.line().contains("openssl rand -hex 32"), refused.line());
      assertFalse(refused.line().contains("00ff"), refused.line());
    }
  }

  @Test
  void aMissingFileIsToldInOneLine() {
    OutboxException missing =
        assertThrows(OutboxException.class, () -> DatabaseKey.read(folder.resolve("none")));
    assertEquals(1, missing.line().lines().count());
  }

  @Test
  void itPrintsNothingAndIsWiped() throws Exception {
    DatabaseKey key = read(DIGITS);
    assertEquals("DatabaseKey", key.toString());
    key.close();
    assertEquals("\0".repeat(64) + " ", new String(key.password()));
  }

  @Test
  void itsCheckTellsKeysApartAndIsNotTheKey() throws Exception {
    String check = read(DIGITS).check();
    assertNotEquals(check, read("1" + DIGITS.substring(1)).check());
    assertNotEquals(check, DIGITS);
  }
}
