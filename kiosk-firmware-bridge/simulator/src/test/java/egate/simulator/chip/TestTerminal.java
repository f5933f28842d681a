package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.emrtd.BacKeys;
import egate.emrtd.ChipProtocolException;
import egate.emrtd.CommandApdu;
import egate.emrtd.ResponseApdu;
import egate.emrtd.SecureMessaging;
import egate.emrtd.TripleDesCipher;
import egate.simulator.document.MrzLines;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The least terminal that can read a chip; whatever it does not expect fails the test. */
final class TestTerminal {
  private static final byte[] APPLICATION = HexFormat.of().parseHex("A0000002471001");
  private static final byte[] TERMINAL_RANDOM = HexFormat.of().parseHex("781723860C06C226");
  private static final byte[] TERMINAL_KEY =
      HexFormat.of().parseHex("0B795240CB7049B01C19B33E32804F0B");

  private final UnaryOperator<byte[]> channel;
  private @Nullable SecureMessaging session;

  TestTerminal(SimulatedChip chip) {
    this(command -> chip.transmit(command).orElseThrow());
  }

  private TestTerminal(UnaryOperator<byte[]> channel) {
    this.channel = channel;
  }

  /** A terminal that has authenticated. */
  static TestTerminal open(SimulatedChip chip, MrzLines mrz) throws Exception {
    return open(command -> chip.transmit(command).orElseThrow(), mrz);
  }

  static TestTerminal open(UnaryOperator<byte[]> channel, MrzLines mrz) throws Exception {
    TestTerminal terminal = new TestTerminal(channel);
    assertEquals(0x9000, terminal.selectApplication());
    assertEquals(0x9000, terminal.authenticate(mrz.accessInformation()));
    return terminal;
  }

  int selectApplication() throws ChipProtocolException {
    return exchange(new CommandApdu(0, 0xA4, 4, 0x0C, APPLICATION, 0)).status();
  }

  /** BAC with the terminal's random numbers of Doc 9303-11 appendix D. */
  int authenticate(byte[] information) throws ChipProtocolException {
    TripleDesCipher keys = BacKeys.access(information);
    byte[] chipRandom = exchange(new CommandApdu(0, 0x84, 0, 0, new byte[0], 8)).data();
    byte[] plain =
        ByteBuffer.allocate(32).put(TERMINAL_RANDOM).put(chipRandom).put(TERMINAL_KEY).array();
    byte[] cryptogram = keys.encrypt(plain);
    byte[] data = ByteBuffer.allocate(40).put(cryptogram).put(keys.mac(cryptogram)).array();
    ResponseApdu response = exchange(new CommandApdu(0, 0x82, 0, 0, data, 40));
    if (response.status() == 0x9000) {
      byte[] answer = keys.decrypt(Arrays.copyOf(response.data(), 32));
      byte[] chipKey = Arrays.copyOfRange(answer, 16, 32);
      session =
          new SecureMessaging(
              BacKeys.session(TERMINAL_KEY, chipKey), BacKeys.counter(chipRandom, TERMINAL_RANDOM));
    }
    return response.status();
  }

  int select(int identifier) throws ChipProtocolException {
    byte[] data = {(byte) (identifier >> 8), (byte) identifier};
    return exchange(new CommandApdu(0, 0xA4, 2, 0x0C, data, 0)).status();
  }

  ResponseApdu read(int offset, int le) throws ChipProtocolException {
    return exchange(new CommandApdu(0, 0xB0, offset >> 8, offset & 0xFF, new byte[0], le));
  }

  /** Reads until the chip says that there is no more. */
  byte[] readAll(int identifier, int step) throws ChipProtocolException {
    assertEquals(0x9000, select(identifier));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    while (true) {
      ResponseApdu part = read(file.size(), step);
      if (part.status() == 0x6B00) {
        return file.toByteArray();
      }
      file.writeBytes(part.data());
    }
  }

  /** A command under secure messaging where a session is open, as it travels. */
  CommandApdu wrapped(CommandApdu command) {
    return session == null ? command : session.protect(command);
  }

  ResponseApdu exchange(CommandApdu command) throws ChipProtocolException {
    ResponseApdu response = raw(wrapped(command).encode());
    return session == null || response.data().length == 0 ? response : session.unprotect(response);
  }

  ResponseApdu raw(byte[] command) throws ChipProtocolException {
    return ResponseApdu.decode(channel.apply(command));
  }
}
