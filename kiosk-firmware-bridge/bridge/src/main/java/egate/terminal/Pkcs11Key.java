package egate.terminal;

import static egate.terminal.Cryptoki.LONG;
import static egate.terminal.Cryptoki.POINTER;

import egate.emrtd.KeyUnavailableException;
import egate.emrtd.TerminalSignature;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** A private key on a PKCS#11 token, which never leaves it. Safe for one thread at a time. */
final class Pkcs11Key implements TerminalKey {
  private static final int SLOTS_MAX = 64;

  /** CK_TOKEN_INFO; its first field is the label, padded with spaces. */
  private static final int TOKEN_INFO_BYTES = 256;

  private static final int LABEL_BYTES = 32;

  private static final long CLASS = 0x000;
  private static final long LABEL = 0x003;
  private static final long PRIVATE_KEY = 3;

  private static final long RSA_PKCS = 0x0001;
  private static final long RSA_PKCS_PSS = 0x000D;
  private static final long ECDSA = 0x1041;
  private static final int SIGNATURE_BYTES_MAX = 512;

  private final Cryptoki token;
  private final TerminalSignature signature;
  private final long session;
  private final long key;

  private Pkcs11Key(Cryptoki token, TerminalSignature signature, long session, long key) {
    this.token = token;
    this.signature = signature;
    this.session = session;
    this.key = key;
  }

  /**
   * Logs in, and finds the key. The session lasts as long as the process.
   *
   * @param pin wiped by the caller
   */
  static TerminalKey open(
      TerminalKeyAddress.Pkcs11 address, char[] pin, TerminalSignature signature)
      throws KeyUnavailableException {
    Cryptoki token = Cryptoki.load(address.module());
    try (Arena arena = Arena.ofConfined()) {
      long session = token.openSession(slot(token, address.token(), arena), arena.allocate(LONG));
      MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, utf8(pin));
      token.login(session, bytes, bytes.byteSize());
      bytes.fill((byte) 0);
      return new Pkcs11Key(token, signature, session, find(token, session, address.key(), arena));
    }
  }

  private static byte[] utf8(char[] text) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  private static long slot(Cryptoki token, String label, Arena arena)
      throws KeyUnavailableException {
    MemorySegment slots = arena.allocate(LONG, SLOTS_MAX);
    MemorySegment count = arena.allocateFrom(LONG, SLOTS_MAX);
    MemorySegment info = arena.allocate(TOKEN_INFO_BYTES, 8);
    token.slots(slots, count);
    for (int i = 0; i < count.get(LONG, 0); i++) {
      long slot = slots.getAtIndex(LONG, i);
      token.tokenInfo(slot, info);
      byte[] name = info.asSlice(0, LABEL_BYTES).toArray(ValueLayout.JAVA_BYTE);
      if (new String(name, StandardCharsets.UTF_8).strip().equals(label)) {
        return slot;
      }
    }
    throw new KeyUnavailableException("no token is labelled " + label);
  }

  private static long find(Cryptoki token, long session, String label, Arena arena)
      throws KeyUnavailableException {
    MemorySegment template = arena.allocate(Cryptoki.ATTRIBUTE, 2);
    attribute(template, 0, CLASS, arena.allocateFrom(LONG, PRIVATE_KEY));
    byte[] name = label.getBytes(StandardCharsets.UTF_8);
    attribute(template, 1, LABEL, arena.allocateFrom(ValueLayout.JAVA_BYTE, name));
    MemorySegment found = arena.allocate(LONG, 2);
    long count = token.find(session, template, 2, found);
    if (count != 1) {
      throw new KeyUnavailableException(
          (count == 0 ? "no private key" : "more than one private key") + " is labelled " + label);
    }
    return found.get(LONG, 0);
  }

  private static void attribute(MemorySegment template, int index, long type, MemorySegment value) {
    long at = index * Cryptoki.ATTRIBUTE.byteSize();
    template.set(LONG, at, type);
    template.set(POINTER, at + 8, value);
    template.set(LONG, at + 16, value.byteSize());
  }

  @Override
  public byte[] sign(byte[] challenge) throws KeyUnavailableException {
    byte[] data =
        switch (signature.kind()) {
          case RSA_V1_5 -> DigestInfos.of(signature.digest(), challenge);
          case RSA_PSS, ECDSA -> challenge;
        };
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(SIGNATURE_BYTES_MAX);
      MemorySegment bytes = arena.allocateFrom(LONG, SIGNATURE_BYTES_MAX);
      MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_BYTE, data);
      token.sign(session, mechanism(arena), key, in, out, bytes);
      return out.asSlice(0, bytes.get(LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** CK_MECHANISM: type, pParameter, ulParameterLen. */
  private MemorySegment mechanism(Arena arena) {
    MemorySegment mechanism = arena.allocate(24, 8);
    mechanism.set(
        LONG,
        0,
        switch (signature.kind()) {
          case RSA_V1_5 -> RSA_PKCS;
          case RSA_PSS -> RSA_PKCS_PSS;
          case ECDSA -> ECDSA;
        });
    if (signature.kind() == TerminalSignature.Kind.RSA_PSS) {
      MemorySegment parameters = pss(arena);
      mechanism.set(POINTER, 8, parameters);
      mechanism.set(LONG, 16, parameters.byteSize());
    }
    return mechanism;
  }

  /** CK_RSA_PKCS_PSS_PARAMS: hashAlg, mgf, sLen. */
  private MemorySegment pss(Arena arena) {
    long[] numbers =
        switch (signature.digest()) {
          case "SHA-1" -> new long[] {0x220, 1, 20};
          case "SHA-256" -> new long[] {0x250, 2, 32};
          default -> new long[] {0x270, 4, 64};
        };
    return arena.allocateFrom(LONG, numbers);
  }

  @Override
  public String toString() {
    return "Pkcs11Key";
  }
}
