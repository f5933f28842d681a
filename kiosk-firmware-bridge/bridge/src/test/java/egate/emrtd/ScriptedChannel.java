package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A channel that expects commands and gives responses in a written order, in hexadecimal. */
final class ScriptedChannel implements CardChannel {
  private final Deque<String> script;

  ScriptedChannel(String... commandsAndResponses) {
    script = new ArrayDeque<>(List.of(commandsAndResponses));
  }

  @Override
  public int responseBytesMax() {
    return 256;
  }

  @Override
  public int commandBytesMax() {
    return 261;
  }

  @Override
  public byte[] transmit(byte[] command) {
    assertEquals(script.remove(), HexFormat.of().formatHex(command).toUpperCase(Locale.ROOT));
    return HexFormat.of().parseHex(script.remove());
  }
}
