package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chip's side of BAC, secure messaging and file reading, with the bad habits of real ones. */
final class TestChip implements CardChannel {
  final Map<LdsFile, byte[]> files = new EnumMap<>(LdsFile.class);
  final Set<LdsFile> denied = EnumSet.noneOf(LdsFile.class);

  /** Longest Le that the chip answers, and how it refuses longer ones. */
  int leMax = 65_536;

  boolean nakedErrors;

  /** Whether READ BINARY can name a file by its short identifier. */
  boolean shortIds = true;

  /** Bytes that one response brings at most, however many were asked for. */
  int bytesMax = Integer.MAX_VALUE;

  /** Whether reading past the end is an error rather than a warning. */
  boolean strictEnd;

  /** Commands after which the field is lost, counted down. */
  int commandsLeft = Integer.MAX_VALUE;

  int responseBytesMax = 256;
  int sessions;
  long fileBytesSent;

  private final TripleDesCipher accessKeys;
  private final byte[] chipRandom = {1, 2, 3, 4, 5, 6, 7, 8};
  private @Nullable TripleDesCipher session;
  private SendSequenceCounter counter = new SendSequenceCounter(new byte[8]);
  private @Nullable LdsFile selected;

  TestChip(Mrz mrz) {
    accessKeys = BacKeys.access(mrz.keyInformation());
  }

  @Override
  public int responseBytesMax() {
    return responseBytesMax;
  }

  @Override
  public int commandBytesMax() {
    return 1_000;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardLostException {
    if (--commandsLeft < 0) {
      session = null;
      throw new CardLostException("the test took the chip away");
    }
    try {
      return ((command[0] & 0x0C) != 0 ? secured(command) : plain(command)).encode();
    } catch (MalformedDataException e) {
      throw new AssertionError(e);
    }
  }

  private ResponseApdu plain(byte[] command) {
    session = null;
    return switch (command[1]) {
      case (byte) 0xA4 -> status(StatusWord.OK);
      case (byte) 0x84 -> new ResponseApdu(chipRandom.clone(), StatusWord.OK);
      case (byte) 0x82 -> authenticate(Arrays.copyOfRange(command, 5, 45));
      default -> status(0x6D00);
    };
  }

  private ResponseApdu authenticate(byte[] data) {
    byte[] cryptogram = Arrays.copyOf(data, 32);
    if (!Arrays.equals(accessKeys.mac(cryptogram), Arrays.copyOfRange(data, 32, 40))) {
      return status(0x6300);
    }
    byte[] message = accessKeys.decrypt(cryptogram);
    byte[] chipKey = new byte[16];
    byte[] answer = new byte[32];
    System.arraycopy(chipRandom, 0, answer, 0, 8);
    System.arraycopy(message, 0, answer, 8, 8);
    System.arraycopy(chipKey, 0, answer, 16, 16);
    session = BacKeys.session(Arrays.copyOfRange(message, 16, 32), chipKey);
    counter = BacKeys.counter(chipRandom, Arrays.copyOf(message, 8));
    sessions++;
    byte[] encrypted = accessKeys.encrypt(answer);
    byte[] response = Arrays.copyOf(encrypted, 40);
    System.arraycopy(accessKeys.mac(encrypted), 0, response, 32, 8);
    return new ResponseApdu(response, StatusWord.OK);
  }

  private ResponseApdu secured(byte[] command) throws MalformedDataException {
    TripleDesCipher cipher = session;
    if (cipher == null) {
      return status(StatusWord.SM_OBJECT_INCORRECT);
    }
    counter.increment();
    boolean extended = command[4] == 0;
    int from = extended ? 7 : 5;
    byte[] body = Arrays.copyOfRange(command, from, command.length - (extended ? 2 : 1));
    ResponseApdu answer = answer(command, Tlv.parseAll(body), cipher);
    if (nakedErrors && answer.data().length == 0 && answer.status() != StatusWord.OK) {
      session = null;
      return answer;
    }
    return protect(answer, command[1] % 2 != 0, cipher);
  }

  private ResponseApdu answer(byte[] command, List<Tlv> objects, TripleDesCipher cipher)
      throws MalformedDataException {
    byte[] data = new byte[0];
    int le = 0;
    for (Tlv object : objects) {
      switch (object.tag()) {
        case 0x85 -> data = Padding.unpad(cipher.decrypt(object.value()), 8);
        case 0x87 ->
            data =
                Padding.unpad(
                    cipher.decrypt(Arrays.copyOfRange(object.value(), 1, object.length())), 8);
        case 0x97 -> le = number(object.value()) == 0 ? 256 : number(object.value());
        default -> {}
      }
    }
    return switch (command[1]) {
      case (byte) 0xA4 -> select(number(data));
      case (byte) 0xB0 ->
          command[2] < 0
              ? readShort(command[2] & 0x1F, command[3] & 0xFF, le)
              : read((command[2] << 8) | (command[3] & 0xFF), le);
      case (byte) 0xB1 -> {
        ResponseApdu read =
            read(number(Tlv.parse(data).expect(0x54).value()), le - objectHeaderBytes(le));
        yield read.data().length == 0
            ? read
            : new ResponseApdu(Tlv.encode(0x53, read.data()), read.status());
      }
      default -> status(0x6D00);
    };
  }

  /** Tag and length of DO 53 where Le counts the whole data object. */
  private static int objectHeaderBytes(int le) {
    return le > 0x102 ? 4 : le > 0x81 ? 3 : 2;
  }

  private ResponseApdu readShort(int shortId, int offset, int le) {
    if (!shortIds) {
      return status(0x6A86);
    }
    ResponseApdu selection = select(0x0100 | shortId);
    return selection.status() == StatusWord.OK ? read(offset, le) : selection;
  }

  private ResponseApdu select(int fileId) {
    for (LdsFile file : LdsFile.values()) {
      if (file.fileId() == fileId && files.containsKey(file)) {
        selected = file;
        return status(denied.contains(file) ? StatusWord.SECURITY_NOT_SATISFIED : StatusWord.OK);
      }
    }
    return status(StatusWord.FILE_NOT_FOUND);
  }

  private ResponseApdu read(int offset, int le) {
    byte[] file = files.getOrDefault(selected, new byte[0]);
    if (le > leMax) {
      return status(StatusWord.WRONG_LENGTH);
    }
    if (offset >= file.length || (strictEnd && offset + le > file.length)) {
      return status(StatusWord.WRONG_OFFSET);
    }
    int end = Math.min(file.length, offset + Math.min(le, bytesMax));
    fileBytesSent += end - offset;
    return new ResponseApdu(
        Arrays.copyOfRange(file, offset, end),
        offset + le > file.length ? StatusWord.END_OF_FILE : StatusWord.OK);
  }

  private ResponseApdu protect(ResponseApdu plain, boolean odd, TripleDesCipher cipher) {
    counter.increment();
    byte[] encrypted = cipher.encrypt(Padding.pad(plain.data(), 8));
    byte[] data =
        plain.data().length == 0
            ? new byte[0]
            : odd ? Tlv.encode(0x85, encrypted) : Tlv.encode(0x87, new byte[] {1}, encrypted);
    byte[] status = {(byte) (plain.status() >> 8), (byte) plain.status()};
    byte[] objects = join(data, Tlv.encode(0x99, status));
    byte[] mac = cipher.mac(join(counter.bytes(), objects));
    return new ResponseApdu(join(objects, Tlv.encode(0x8E, mac)), plain.status());
  }

  private static ResponseApdu status(int status) {
    return new ResponseApdu(new byte[0], status);
  }

  private static int number(byte[] bytes) {
    int number = 0;
    for (byte b : bytes) {
      number = (number << 8) | (b & 0xFF);
    }
    return number;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
