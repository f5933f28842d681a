package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chip, or whoever sits between, may try under secure messaging. */
class SecureMessagingTest {
  private static final byte[] SEED = new byte[16];
  private static final byte[] DATA = {1, 2, 3, 4, 5};
  private static final byte[] NOTHING = {};

  private final TripleDesCipher chip = TripleDesCipher.derive(SEED);
  private final SendSequenceCounter chipCounter = new SendSequenceCounter(new byte[8]);
  private final SendSequenceCounter counter = new SendSequenceCounter(new byte[8]);
  private final SecureMessaging terminal =
      new SecureMessaging(TripleDesCipher.derive(SEED), counter);

  SecureMessagingTest() {
    terminal.protect(new CommandApdu(0, 0xB0, 0, 0, NOTHING, 5));
    chipCounter.increment();
    chipCounter.increment();
  }

  @Test
  void believesAnAuthenticResponse() throws Exception {
    ResponseApdu plain = unprotect(sealed(cryptogram(), status(0x9000)));
    assertArrayEquals(DATA, plain.data());
    assertEquals(StatusWord.OK, plain.status());
  }

  @Test
  void believesAnAuthenticErrorWithoutData() throws Exception {
    ResponseApdu plain = terminal.unprotect(new ResponseApdu(sealed(status(0x6A82)), 0x6A82));
    assertEquals(StatusWord.FILE_NOT_FOUND, plain.status());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x9000, 0x6700, 0x6982, 0x6988})
  void aPlaintextStatusEndsTheSessionAndLeavesTheCounter(int status) {
    byte[] before = counter.bytes();
    ChipProtocolException e =
        assertThrows(
            ChipProtocolException.class,
            () -> terminal.unprotect(new ResponseApdu(NOTHING, status)));
    assertEquals(status, e.plaintextStatus());
    assertArrayEquals(before, counter.bytes());
    assertOver();
  }

  @Test
  void refusesEveryFlippedBit() {
    byte[] good = sealed(cryptogram(), status(0x9000));
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      SecureMessaging fresh =
          new SecureMessaging(TripleDesCipher.derive(SEED), new SendSequenceCounter(new byte[8]));
      fresh.protect(new CommandApdu(0, 0xB0, 0, 0, NOTHING, 5));
      assertThrows(
          ChipProtocolException.class,
          () -> fresh.unprotect(new ResponseApdu(bad, StatusWord.OK)),
          "bit " + bit);
    }
  }

  @Test
  void refusesEveryTruncation() {
    byte[] good = sealed(cryptogram(), status(0x9000));
    for (int length = 1; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      SecureMessaging fresh =
          new SecureMessaging(TripleDesCipher.derive(SEED), new SendSequenceCounter(new byte[8]));
      fresh.protect(new CommandApdu(0, 0xB0, 0, 0, NOTHING, 5));
      assertThrows(
          ChipProtocolException.class, () -> fresh.unprotect(new ResponseApdu(cut, StatusWord.OK)));
    }
  }

  @Test
  void refusesAResponseWithoutStatusObject() {
    assertRefused(sealed(cryptogram()));
  }

  @Test
  void refusesAResponseWithoutMac() {
    assertRefused(join(cryptogram(), status(0x9000)));
  }

  @Test
  void refusesAMacOfAnotherLength() {
    byte[] objects = join(cryptogram(), status(0x9000));
    byte[] mac = chip.mac(join(chipCounter.bytes(), objects));
    assertRefused(join(objects, Tlv.encode(0x8E, Arrays.copyOf(mac, 4))));
  }

  @Test
  void refusesAnAuthenticResponseToAnotherCommand() {
    chipCounter.increment();
    assertRefused(sealed(cryptogram(), status(0x9000)));
  }

  @Test
  void refusesAnOuterStatusThatDiffersFromTheProtectedOne() {
    byte[] good = sealed(cryptogram(), status(0x6282));
    assertThrows(
        ChipProtocolException.class,
        () -> terminal.unprotect(new ResponseApdu(good, StatusWord.OK)));
    assertOver();
  }

  @Test
  void refusesObjectsInAnotherOrderOrTwice() {
    assertRefused(sealed(status(0x9000), cryptogram()));
    assertThrows(IllegalStateException.class, () -> unprotect(NOTHING));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x81})
  void refusesACryptogramWithoutPadding(int lastByte) {
    byte[] block = {0, 0, 0, 0, 0, 0, 0, (byte) lastByte};
    assertRefused(sealed(Tlv.encode(0x87, new byte[] {1}, chip.encrypt(block)), status(0x9000)));
  }

  @Test
  void refusesAnEmptyCryptogram() {
    assertRefused(sealed(Tlv.encode(0x87), status(0x9000)));
  }

  @Test
  void refusesAnUnknownPaddingIndicator() {
    byte[] encrypted = chip.encrypt(Padding.pad(DATA, 8));
    assertRefused(sealed(Tlv.encode(0x87, new byte[] {2}, encrypted), status(0x9000)));
  }

  @Test
  void fitsItsReadsIntoWhatTheReaderCarries() {
    assertEquals(231, terminal.plainBytesMax(256));
    assertEquals(4_071, terminal.plainBytesMax(4_096));
    assertEquals(1, terminal.plainBytesMax(5));
  }

  private void assertRefused(byte[] response) {
    assertThrows(ChipProtocolException.class, () -> unprotect(response));
    assertOver();
  }

  private void assertOver() {
    assertThrows(
        IllegalStateException.class,
        () -> terminal.protect(new CommandApdu(0, 0xB0, 0, 0, NOTHING, 5)));
  }

  private ResponseApdu unprotect(byte[] data) throws ChipProtocolException {
    return terminal.unprotect(new ResponseApdu(data, StatusWord.OK));
  }

  private byte[] sealed(byte[]... objects) {
    byte[] all = join(objects);
    return join(all, Tlv.encode(0x8E, chip.mac(join(chipCounter.bytes(), all))));
  }

  private byte[] cryptogram() {
    return Tlv.encode(0x87, new byte[] {1}, chip.encrypt(Padding.pad(DATA, 8)));
  }

  private static byte[] status(int status) {
    return Tlv.encode(0x99, new byte[] {(byte) (status >> 8), (byte) status});
  }

  private static byte[] join(byte[]... parts) {
    byte[] joined = {};
    for (byte[] part : parts) {
      int at = joined.length;
      joined = Arrays.copyOf(joined, at + part.length);
      System.arraycopy(part, 0, joined, at, part.length);
    }
    return joined;
  }
}
