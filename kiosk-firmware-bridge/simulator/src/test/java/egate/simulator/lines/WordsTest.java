package egate.simulator.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"input 0", "output 1023 1", "output 16 0", "set 17 1"})
  void hostWordsReadBackAsWritten(String text) throws MalformedWordException {
    assertEquals(text, HostWord.of(text).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"value 5 0", "value 1023 1", "busy 9"})
  void boardWordsReadBackAsWritten(String text) throws MalformedWordException {
    assertEquals(text, BoardWord.of(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "input",
        "input ",
        "input x",
        "input 1 1",
        "input 01",
        "input 1024",
        "input -1",
        "output 1",
        "output 1 2",
        "set 1",
        "set 1 0 0",
        "set  1 0",
        "SET 1 0",
        "value 1 1",
        "open 1"
      })
  void otherHostWordsAreRefused(String text) {
    assertThrows(MalformedWordException.class, () -> HostWord.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "value", "value 1", "value 1 x", "busy", "busy 1 1", "set 1 1"})
  void otherBoardWordsAreRefused(String text) {
    assertThrows(MalformedWordException.class, () -> BoardWord.of(text));
  }
}
