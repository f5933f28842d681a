package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.SM_OBJECT_INCORRECT;
import static egate.simulator.chip.CommandRefusedException.SM_OBJECT_MISSING;

import egate.emrtd.CommandApdu;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Padding;
import egate.emrtd.ResponseApdu;
import egate.emrtd.SendSequenceCounter;
import egate.emrtd.SessionCipher;
import egate.emrtd.Tlv;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** Secure messaging from the chip's side (Doc 9303-11 section 9.8), whatever the cipher. */
final class ChipSecureMessaging {
  /** Of data that are data objects themselves, which odd INS has; without {@link #PADDED}. */
  private static final int CRYPTOGRAM_OF_OBJECTS = 0x85;

  private static final int CRYPTOGRAM = 0x87;
  private static final int EXPECTED_LENGTH = 0x97;
  private static final int STATUS = 0x99;
  private static final int MAC = 0x8E;
  private static final int STATUS_AND_MAC_BYTES = 4 + 10;
  private static final int MAC_RANK = 3;
  private static final int PADDED = 0x01;

  /** More commands follow. */
  private static final int CHAINED = 0x10;

  private static final int SHORT_LE_MAX = 256;
  private static final int EXTENDED_LE_MAX = 65_536;

  private final SessionCipher cipher;
  private final SendSequenceCounter counter;

  ChipSecureMessaging(SessionCipher cipher, SendSequenceCounter counter) {
    this.cipher = cipher;
    this.counter = counter;
  }

  /**
   * Verifies a protected command and takes it out of its wrapping.
   *
   * @throws CommandRefusedException 6987 or 6988; the session must end
   */
  CommandApdu unwrap(CommandApdu command) throws CommandRefusedException {
    counter.increment();
    try {
      return plain(command, Tlv.parseAll(command.data()));
    } catch (MalformedDataException e) {
      throw new CommandRefusedException(SM_OBJECT_INCORRECT);
    }
  }

  /** The counter skips a number, and nothing fits any more. */
  void runAhead() {
    counter.increment();
  }

  /** Bytes of data that a response has once it is protected. */
  int protectedBytes(ResponseApdu response) {
    int length = response.data().length;
    int blocks = length / cipher.blockBytes() + 1;
    byte[] cryptogram = new byte[length == 0 ? 0 : 1 + blocks * cipher.blockBytes()];
    return (length == 0 ? 0 : Tlv.encode(CRYPTOGRAM, cryptogram).length) + STATUS_AND_MAC_BYTES;
  }

  /** Protects the response to a command with this INS. */
  ResponseApdu wrap(int ins, ResponseApdu response) {
    counter.increment();
    byte[] status = {(byte) (response.status() >> 8), (byte) response.status()};
    byte[] objects = joined(cryptogram(ins, response.data()), Tlv.encode(STATUS, status));
    byte[] code = cipher.mac(joined(counter.bytes(), objects));
    return new ResponseApdu(joined(objects, Tlv.encode(MAC, code)), response.status());
  }

  private byte[] cryptogram(int ins, byte[] data) {
    if (data.length == 0) {
      return data;
    }
    byte[] padded = Padding.pad(data, cipher.blockBytes());
    byte[] cryptogram = cipher.encrypt(counter.bytes(), padded);
    return isOdd(ins)
        ? Tlv.encode(CRYPTOGRAM_OF_OBJECTS, cryptogram)
        : Tlv.encode(CRYPTOGRAM, new byte[] {PADDED}, cryptogram);
  }

  /** The objects in the order that Doc 9303-11 gives them: 85 or 87, 97, 8E; none twice. */
  private CommandApdu plain(CommandApdu command, List<Tlv> objects)
      throws CommandRefusedException, MalformedDataException {
    byte[] data = {};
    int le = CommandApdu.NO_LE;
    ByteArrayOutputStream authenticated = new ByteArrayOutputStream();
    int last = 0;
    for (Tlv object : objects) {
      int rank = rank(command.ins(), object.tag());
      if (rank <= last) {
        throw new CommandRefusedException(SM_OBJECT_INCORRECT);
      }
      last = rank;
      switch (object.tag()) {
        case EXPECTED_LENGTH -> le = expectedLength(object.value());
        case MAC -> verify(command, authenticated.toByteArray(), object.value());
        default -> data = cryptogramOf(object);
      }
      authenticated.writeBytes(object.encoded());
    }
    if (last != MAC_RANK || objects.size() == 1) {
      throw new CommandRefusedException(SM_OBJECT_MISSING);
    }
    byte[] decrypted = data.length == 0 ? data : decrypted(data);
    int chained = command.cla() & CHAINED;
    return new CommandApdu(chained, command.ins(), command.p1(), command.p2(), decrypted, le);
  }

  private static int rank(int ins, int tag) throws CommandRefusedException {
    if (tag == (isOdd(ins) ? CRYPTOGRAM_OF_OBJECTS : CRYPTOGRAM)) {
      return 1;
    }
    return switch (tag) {
      case EXPECTED_LENGTH -> 2;
      case MAC -> MAC_RANK;
      default -> throw new CommandRefusedException(SM_OBJECT_INCORRECT);
    };
  }

  private static boolean isOdd(int ins) {
    return (ins & 1) == 1;
  }

  private void verify(CommandApdu command, byte[] objects, byte[] code)
      throws CommandRefusedException {
    byte[] header = {
      (byte) command.cla(), (byte) command.ins(), (byte) command.p1(), (byte) command.p2()
    };
    byte[] message =
        joined(joined(counter.bytes(), Padding.pad(header, cipher.blockBytes())), objects);
    if (!MessageDigest.isEqual(cipher.mac(message), code)) {
      throw new CommandRefusedException(SM_OBJECT_INCORRECT);
    }
  }

  private static byte[] cryptogramOf(Tlv object) throws CommandRefusedException {
    byte[] value = object.value();
    if (value.length == 0 || (object.tag() == CRYPTOGRAM && value[0] != PADDED)) {
      throw new CommandRefusedException(SM_OBJECT_INCORRECT);
    }
    return object.tag() == CRYPTOGRAM ? Arrays.copyOfRange(value, 1, value.length) : value;
  }

  private byte[] decrypted(byte[] cryptogram)
      throws CommandRefusedException, MalformedDataException {
    if (cryptogram.length % cipher.blockBytes() != 0) {
      throw new CommandRefusedException(SM_OBJECT_INCORRECT);
    }
    return Padding.unpad(cipher.decrypt(counter.bytes(), cryptogram), cipher.blockBytes());
  }

  private static int expectedLength(byte[] value) throws CommandRefusedException {
    return switch (value.length) {
      case 1 -> value[0] == 0 ? SHORT_LE_MAX : Byte.toUnsignedInt(value[0]);
      case 2 -> {
        int le = Byte.toUnsignedInt(value[0]) << 8 | Byte.toUnsignedInt(value[1]);
        yield le == 0 ? EXTENDED_LE_MAX : le;
      }
      default -> throw new CommandRefusedException(SM_OBJECT_INCORRECT);
    };
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
