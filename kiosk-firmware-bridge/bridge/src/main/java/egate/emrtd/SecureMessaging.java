package egate.emrtd;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The terminal's side of secure messaging (Doc 9303-11 section 9.8): every command is encrypted and
 * authenticated, and only an authenticated response is believed.
 *
 * <p>It never downgrades. After the first response that is not what it should be the session is
 * over; a plaintext status word is such a response, and the counter does not move for it.
 */
public final class SecureMessaging implements AutoCloseable {
  private static final int SM_CLASS = 0x0C;
  private static final int PADDED_WITH_80 = 0x01;
  private static final int MAC_BYTES = 8;

  /** DO 85: cryptogram of data that are data objects themselves (odd INS). */
  private static final int CRYPTOGRAM_OF_OBJECTS = 0x85;

  /** DO 87: padding indicator and cryptogram. */
  private static final int CRYPTOGRAM = 0x87;

  private static final int MAC_OBJECT = 0x8E;
  private static final int LE_OBJECT = 0x97;
  private static final int STATUS_OBJECT = 0x99;

  /** DO 99, DO 8E, and of DO 87 its tag, padding indicator and two length bytes. */
  private static final int SHORT_RESPONSE_OVERHEAD = 4 + 10 + 4;

  /** Beyond 256 bytes DO 87 takes a third length byte. */
  private static final int EXTENDED_RESPONSE_OVERHEAD = SHORT_RESPONSE_OVERHEAD + 1;

  private final SessionCipher cipher;
  private final SendSequenceCounter counter;
  private boolean over;

  /** Takes over the cipher, which it closes. */
  public SecureMessaging(SessionCipher cipher, SendSequenceCounter counter) {
    this.cipher = cipher;
    this.counter = counter;
  }

  /** Most bytes of plain data that fit into a protected response of so many bytes of data. */
  public int plainBytesMax(int protectedBytes) {
    int overhead =
        protectedBytes <= CommandApdu.SHORT_LE_MAX
            ? SHORT_RESPONSE_OVERHEAD
            : EXTENDED_RESPONSE_OVERHEAD;
    int blocks = (protectedBytes - overhead) / cipher.blockBytes();
    return Math.max(1, blocks * cipher.blockBytes() - 1);
  }

  /** The command as it travels; the next response must be given to {@link #unprotect}. */
  public CommandApdu protect(CommandApdu plain) {
    if (over) {
      throw new IllegalStateException("secure messaging is over");
    }
    counter.increment();
    byte[] header = {
      (byte) (plain.cla() | SM_CLASS), (byte) plain.ins(), (byte) plain.p1(), (byte) plain.p2()
    };
    byte[] objects = Bytes.concat(cryptogram(plain), le(plain.le()));
    byte[] message =
        Bytes.concat(counter.bytes(), Padding.pad(header, cipher.blockBytes()), objects);
    byte[] data = Bytes.concat(objects, Tlv.encode(MAC_OBJECT, cipher.mac(message)));
    boolean extended = isLong(plain.le()) || data.length > CommandApdu.SHORT_LC_MAX;
    return new CommandApdu(
        plain.cla() | SM_CLASS,
        plain.ins(),
        plain.p1(),
        plain.p2(),
        data,
        extended ? 65_536 : CommandApdu.SHORT_LE_MAX);
  }

  /** Whether so much plain data does not fit a short response; 256 asks for whatever does. */
  private boolean isLong(int le) {
    return le != CommandApdu.SHORT_LE_MAX && le > plainBytesMax(CommandApdu.SHORT_LE_MAX);
  }

  /**
   * The plain response.
   *
   * @throws ChipProtocolException when it is not protected as it must be: the session is over
   */
  public ResponseApdu unprotect(ResponseApdu response) throws ChipProtocolException {
    if (over) {
      throw new IllegalStateException("secure messaging is over");
    }
    over = true; // until everything below has held
    if (response.data().length == 0) {
      throw ChipProtocolException.plaintext(response.status());
    }
    counter.increment();
    try {
      ResponseApdu plain = open(response.data());
      if (plain.status() != response.status()) {
        throw new ChipProtocolException("protected and outer status word differ");
      }
      over = false;
      return plain;
    } catch (MalformedDataException e) {
      throw new ChipProtocolException("protected response is malformed");
    }
  }

  private ResponseApdu open(byte[] bytes) throws MalformedDataException, ChipProtocolException {
    Deque<Tlv> objects = new ArrayDeque<>(Tlv.parseAll(bytes));
    @Nullable Tlv cryptogram = takeCryptogram(objects);
    Tlv status = take(objects, STATUS_OBJECT, 2);
    Tlv mac = take(objects, MAC_OBJECT, MAC_BYTES);
    if (!objects.isEmpty()) {
      throw new ChipProtocolException("data objects after the message authentication code");
    }
    byte[] authenticated =
        Bytes.concat(
            counter.bytes(),
            cryptogram == null ? new byte[0] : cryptogram.encoded(),
            status.encoded());
    if (!MessageDigest.isEqual(cipher.mac(authenticated), mac.value())) {
      throw new ChipProtocolException("wrong message authentication code");
    }
    byte[] word = status.value();
    return new ResponseApdu(
        cryptogram == null ? new byte[0] : decrypt(cryptogram),
        Byte.toUnsignedInt(word[0]) << 8 | Byte.toUnsignedInt(word[1]));
  }

  private static @Nullable Tlv takeCryptogram(Deque<Tlv> objects) {
    Tlv first = objects.peek();
    boolean there =
        first != null && (first.tag() == CRYPTOGRAM || first.tag() == CRYPTOGRAM_OF_OBJECTS);
    return there ? objects.poll() : null;
  }

  private static Tlv take(Deque<Tlv> objects, int tag, int length) throws ChipProtocolException {
    Tlv next = objects.poll();
    if (next == null || next.tag() != tag || next.length() != length) {
      throw new ChipProtocolException(
          "protected response without a proper DO " + Integer.toHexString(tag));
    }
    return next;
  }

  private byte[] decrypt(Tlv cryptogram) throws MalformedDataException, ChipProtocolException {
    boolean indicated = cryptogram.tag() == CRYPTOGRAM;
    byte[] value = cryptogram.value();
    int from = indicated ? 1 : 0;
    if (indicated && (value.length == 0 || value[0] != PADDED_WITH_80)) {
      throw new ChipProtocolException("unknown padding indicator");
    }
    int length = value.length - from;
    if (length == 0 || length % cipher.blockBytes() != 0) {
      throw new ChipProtocolException("cryptogram of " + length + " bytes");
    }
    byte[] blocks = Arrays.copyOfRange(value, from, value.length);
    return Padding.unpad(cipher.decrypt(counter.bytes(), blocks), cipher.blockBytes());
  }

  private byte[] cryptogram(CommandApdu plain) {
    if (plain.data().length == 0) {
      return new byte[0];
    }
    byte[] padded = Padding.pad(plain.data(), cipher.blockBytes());
    byte[] encrypted = cipher.encrypt(counter.bytes(), padded);
    return plain.ins() % 2 == 1
        ? Tlv.encode(CRYPTOGRAM_OF_OBJECTS, encrypted)
        : Tlv.encode(CRYPTOGRAM, new byte[] {PADDED_WITH_80}, encrypted);
  }

  private static byte[] le(int le) {
    if (le == CommandApdu.NO_LE) {
      return new byte[0];
    }
    return le <= CommandApdu.SHORT_LE_MAX
        ? Tlv.encode(LE_OBJECT, new byte[] {(byte) le})
        : Tlv.encode(LE_OBJECT, new byte[] {(byte) (le >> 8), (byte) le});
  }

  @Override
  public void close() {
    over = true;
    cipher.close();
  }

  @Override
  public String toString() {
    return "SecureMessaging";
  }
}
