package egate.bridge.reader;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Debian's pcscd, through its client library libpcsclite.
 *
 * <p>Not through the JDK's javax.smartcardio: measured on JDK 25 with pcscd 1.9.9, once pcscd has
 * been restarted every further call in the same process fails with SCARD_E_NO_SERVICE, for its one
 * context is static; and an answer over 8 kB fails with SCARD_E_INSUFFICIENT_BUFFER, for its buffer
 * is fixed. Here each context is a number that can be had anew, and the buffer holds the longest
 * answer there is.
 */
// libpcsclite is a foreign library; the launcher permits it to this module.
@SuppressWarnings("restricted")
final class PcscLite implements ResourceManager {
  private static final String LIBRARY = "libpcsclite.so.1";

  // On 64-bit Linux DWORD, LONG, SCARDCONTEXT and SCARDHANDLE are all longs (pcsclite's
  // wintypes.h).
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final long SCOPE_SYSTEM = 2;
  private static final long SHARE_EXCLUSIVE = 1;
  private static final long PROTOCOL_T1 = 2;
  private static final long LEAVE_CARD = 0;
  private static final long UNPOWER_CARD = 2;
  private static final long STATE_UNAWARE = 0;
  private static final long STATE_CHANGED = 0x2;
  private static final long STATE_EMPTY = 0x10;
  private static final long STATE_PRESENT = 0x20;
  private static final long STATE_MUTE = 0x200;

  /** UNKNOWN or UNAVAILABLE: the reader was unplugged. */
  private static final long STATE_GONE = 0x4 | 0x8;

  private static final long E_UNKNOWN_READER = 0x80100009L;
  private static final long E_TIMEOUT = 0x8010000AL;
  private static final long E_NO_READERS_AVAILABLE = 0x8010002EL;

  /** szReader, pvUserData, dwCurrentState, dwEventState, cbAtr, rgbAtr[33]. */
  private static final MemoryLayout READER_STATE =
      MemoryLayout.structLayout(
          POINTER,
          POINTER,
          LONG,
          LONG,
          LONG,
          MemoryLayout.sequenceLayout(40, ValueLayout.JAVA_BYTE));

  private static final long CURRENT_STATE_AT = 16;
  private static final long EVENT_STATE_AT = 24;

  /** Sixteen readers, each with a name of 128 characters, are the most that pcscd knows. */
  private static final long NAMES_BYTES_MAX = 16 * 128 + 1;

  private static final long RESPONSE_BYTES_MAX = 65_536 + 2;

  private static @Nullable PcscLite instance;

  private final SymbolLookup library;
  private final MethodHandle establish;
  private final MethodHandle release;
  private final MethodHandle listReaders;
  private final MethodHandle getStatusChange;
  private final MethodHandle connect;
  private final MethodHandle reconnect;
  private final MethodHandle transmit;
  private final MethodHandle disconnect;

  /** Throws IllegalArgumentException where the library is not installed. */
  private PcscLite() {
    library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
    establish = call("SCardEstablishContext", LONG, POINTER, POINTER, POINTER);
    release = call("SCardReleaseContext", LONG);
    listReaders = call("SCardListReaders", LONG, POINTER, POINTER, POINTER);
    getStatusChange = call("SCardGetStatusChange", LONG, LONG, POINTER, LONG);
    connect = call("SCardConnect", LONG, POINTER, LONG, LONG, POINTER, POINTER);
    reconnect = call("SCardReconnect", LONG, LONG, LONG, LONG, POINTER);
    transmit = call("SCardTransmit", LONG, POINTER, POINTER, LONG, POINTER, POINTER, POINTER);
    disconnect = call("SCardDisconnect", LONG, LONG);
  }

  /**
   * The library of this process.
   *
   * @throws PcscException when it is not installed
   */
  static synchronized PcscLite load() throws PcscException {
    try {
      if (instance == null) {
        instance = new PcscLite();
      }
      return instance;
    } catch (IllegalArgumentException e) {
      throw new PcscException(LIBRARY + " is not installed (Debian: libpcsclite1)");
    }
  }

  private MethodHandle call(String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(LONG, arguments));
  }

  @Override
  public long establish() throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment context = arena.allocate(LONG);
      MemorySegment none = MemorySegment.NULL;
      check(
          "SCardEstablishContext",
          () -> (long) establish.invokeExact(SCOPE_SYSTEM, none, none, context));
      return context.get(LONG, 0);
    }
  }

  @Override
  public void release(long context) {
    run("SCardReleaseContext", () -> (long) release.invokeExact(context));
  }

  @Override
  public List<String> readers(long context) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment names = arena.allocate(NAMES_BYTES_MAX);
      MemorySegment length = arena.allocateFrom(LONG, NAMES_BYTES_MAX);
      MemorySegment allGroups = MemorySegment.NULL;
      long code =
          run(
              "SCardListReaders",
              () -> (long) listReaders.invokeExact(context, allGroups, names, length));
      if (code == E_NO_READERS_AVAILABLE) {
        return List.of();
      }
      require("SCardListReaders", code);
      return strings(names, length.get(LONG, 0));
    }
  }

  /** Strings that each end with a zero byte, and an empty one behind the last. */
  private static List<String> strings(MemorySegment names, long length) {
    List<String> found = new ArrayList<>();
    long at = 0;
    while (at < length && names.get(ValueLayout.JAVA_BYTE, at) != 0) {
      String name = names.getString(at);
      found.add(name);
      at += name.getBytes(StandardCharsets.UTF_8).length + 1;
    }
    return found;
  }

  @Override
  public boolean awaitCard(long context, String reader, Duration timeout) throws PcscException {
    long state = awaitChange(context, reader, STATE_EMPTY, timeout);
    return (state & STATE_PRESENT) != 0 && (state & STATE_MUTE) == 0;
  }

  @Override
  public boolean awaitGone(long context, String reader, Duration timeout) throws PcscException {
    long now = awaitChange(context, reader, STATE_UNAWARE, Duration.ZERO);
    return (now & STATE_EMPTY) != 0
        || (awaitChange(context, reader, now, timeout) & STATE_EMPTY) != 0;
  }

  /** The reader's state once it is another than the known one; that one when the time is up. */
  private long awaitChange(long context, String reader, long known, Duration timeout)
      throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(READER_STATE);
      state.set(POINTER, 0, arena.allocateFrom(reader));
      state.set(LONG, CURRENT_STATE_AT, known);
      long code =
          run(
              "SCardGetStatusChange",
              () -> (long) getStatusChange.invokeExact(context, timeout.toMillis(), state, 1L));
      if (code == E_TIMEOUT) {
        return known;
      }
      require("SCardGetStatusChange", code);
      long event = state.get(LONG, EVENT_STATE_AT);
      if ((event & STATE_GONE) != 0) {
        throw new PcscException("SCardGetStatusChange", E_UNKNOWN_READER);
      }
      return event & ~STATE_CHANGED;
    }
  }

  @Override
  public long connect(long context, String reader, boolean anew) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(reader);
      MemorySegment card = arena.allocate(LONG);
      MemorySegment protocol = arena.allocate(LONG);
      check(
          "SCardConnect",
          () ->
              (long)
                  connect.invokeExact(context, name, SHARE_EXCLUSIVE, PROTOCOL_T1, card, protocol));
      long handle = card.get(LONG, 0);
      if (anew) {
        powerAnew(handle, protocol);
      }
      return handle;
    }
  }

  private void powerAnew(long card, MemorySegment protocol) throws PcscException {
    long code =
        run(
            "SCardReconnect",
            () ->
                (long)
                    reconnect.invokeExact(
                        card, SHARE_EXCLUSIVE, PROTOCOL_T1, UNPOWER_CARD, protocol));
    if (code != 0) {
      disconnect(card, false);
      throw new PcscException("SCardReconnect", code);
    }
  }

  @Override
  public byte[] transmit(long card, byte[] command) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocateFrom(LONG, PROTOCOL_T1, 2 * LONG.byteSize());
      MemorySegment sent = arena.allocateFrom(ValueLayout.JAVA_BYTE, command);
      MemorySegment received = arena.allocate(RESPONSE_BYTES_MAX);
      MemorySegment length = arena.allocateFrom(LONG, RESPONSE_BYTES_MAX);
      MemorySegment none = MemorySegment.NULL;
      check(
          "SCardTransmit",
          () ->
              (long)
                  transmit.invokeExact(
                      card, header, sent, (long) command.length, none, received, length));
      byte[] response = received.asSlice(0, length.get(LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
      received.fill((byte) 0);
      return response;
    }
  }

  @Override
  public void disconnect(long card, boolean unpower) {
    long disposition = unpower ? UNPOWER_CARD : LEAVE_CARD;
    run("SCardDisconnect", () -> (long) disconnect.invokeExact(card, disposition));
  }

  private interface Call {
    long run() throws Throwable;
  }

  private static void check(String name, Call call) throws PcscException {
    require(name, run(name, call));
  }

  private static void require(String name, long code) throws PcscException {
    if (code != 0) {
      throw new PcscException(name, code);
    }
  }

  /** The code that the call returns, of which 32 bits count. */
  private static long run(String name, Call call) {
    try {
      return call.run() & 0xFFFF_FFFFL;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }
}
